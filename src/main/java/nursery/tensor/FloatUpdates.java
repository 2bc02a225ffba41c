package nursery.tensor;

/** float32: updates of parameters in one pass. */
interface FloatUpdates extends FloatOperands, UpdateKernels {

    @Override
    default void momentum(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        int n = w.size();
        float[] weights = read(w, n, 0);
        float[] velocity = read(v, n, 1);
        FloatLoops.momentum(weights, read(g, n, 2), velocity, (float) rate, (float) rho, n);
        written(weights, w);
        written(velocity, v);
    }

    @Override
    default void nesterov(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        int n = w.size();
        float[] weights = read(w, n, 0);
        float[] velocity = read(v, n, 1);
        FloatLoops.nesterov(weights, read(g, n, 2), velocity, (float) rate, (float) rho, n);
        written(weights, w);
        written(velocity, v);
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
        int n = w.size();
        float[] weights = read(w, n, 0);
        float[] first = read(m, n, 1);
        float[] second = read(v, n, 2);
        FloatLoops.adam(
                weights,
                read(g, n, 3),
                first,
                second,
                (float) (rate / correction1),
                (float) beta1,
                (float) (1 - beta1),
                (float) beta2,
                (float) (1 - beta2),
                (float) Math.sqrt(1 / correction2),
                (float) epsilon,
                n);
        written(weights, w);
        written(first, m);
        written(second, v);
    }
}
