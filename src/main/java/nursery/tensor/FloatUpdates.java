package nursery.tensor;

/** float32: updates of parameters in one pass. */
interface FloatUpdates extends FloatElementwise, UpdateKernels {

    /** Runs {@code body} on weights a, gradients b and their slots c and d, which it changes. */
    default void update(FloatLoop.Body body, Tensor w, Tensor g, Tensor m, Tensor v) {
        int n = w.size();
        FloatLoop loop = loop();
        loop.a = read(w, n, 0);
        loop.b = read(g, n, 1);
        loop.c = read(m, n, 2);
        loop.d = m == v ? loop.c : read(v, n, 3);
        loop.run(body, n, workers());
        written(loop.a, w);
        written(loop.c, m);
        written(loop.d, v);
    }

    @Override
    default void momentum(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        loop().rate = (float) rate;
        loop().rho1 = (float) rho;
        update(FloatLoops::momentum, w, g, v, v);
    }

    @Override
    default void nesterov(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        loop().rate = (float) rate;
        loop().rho1 = (float) rho;
        update(FloatLoops::nesterov, w, g, v, v);
    }

    @Override
    default void adam(
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            double correction1,
            double correction2) {
        FloatLoop loop = loop();
        loop.rate = (float) (rate / correction1);
        loop.rho1 = (float) beta1;
        loop.rest1 = (float) (1 - beta1);
        loop.rho2 = (float) beta2;
        loop.rest2 = (float) (1 - beta2);
        loop.scale = (float) Math.sqrt(1 / correction2);
        loop.epsilon = (float) epsilon;
        update(FloatLoops::adam, w, g, m, v);
    }
}
