package nursery.tensor;

/** float32: updates that choose the size of a step for each number, in one pass. */
interface FloatAdaptive extends FloatUpdates, AdaptiveKernels {

    @Override
    default void adagrad(Tensor w, Tensor g, Tensor h, double rate, double epsilon) {
        loop().rate = (float) rate;
        loop().epsilon = (float) epsilon;
        update(AdaptiveLoops::adagrad, w, g, h, h);
    }

    @Override
    default void rmsprop(Tensor w, Tensor g, Tensor v, double rate, double rho, double epsilon) {
        loop().rate = (float) rate;
        loop().epsilon = (float) epsilon;
        setFirst(rho);
        update(AdaptiveLoops::rmsprop, w, g, v, v);
    }

    @Override
    default void rmsprop(
            Tensor w,
            Tensor g,
            Tensor v,
            Tensor m,
            Tensor b,
            double rate,
            double rho,
            double epsilon,
            double momentum,
            boolean centered) {
        FloatLoop loop = loop();
        loop.rate = (float) rate;
        loop.epsilon = (float) epsilon;
        setFirst(rho);
        loop.rho2 = (float) momentum;
        loop.rest2 = centered ? loop.rest1 : 0;
        loop.e = read(b, w.size(), 4);
        update(AdaptiveLoops::rmspropWithMomentum, w, g, v, m);
        written(loop.e, b);
    }

    @Override
    default void adadelta(Tensor w, Tensor g, Tensor v, Tensor u, double rate, double rho, double epsilon) {
        loop().rate = (float) rate;
        loop().epsilon = (float) epsilon;
        setFirst(rho);
        update(AdaptiveLoops::adadelta, w, g, v, u);
    }

    @Override
    default void nadam(
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v,
            double gradientRate,
            double momentRate,
            double beta1,
            double beta2,
            double epsilon,
            double correction2) {
        FloatLoop loop = loop();
        loop.rate = (float) gradientRate;
        loop.momentRate = (float) momentRate;
        loop.scale = (float) Math.sqrt(1 / correction2);
        loop.epsilon = (float) epsilon;
        setFirst(beta1);
        setSecond(beta2);
        update(AdaptiveLoops::nadam, w, g, m, v);
    }

    @Override
    default void adamax(
            Tensor w, Tensor g, Tensor m, Tensor u, double rate, double beta1, double beta2, double epsilon) {
        loop().rate = (float) rate;
        loop().epsilon = (float) epsilon;
        setFirst(beta1);
        setSecond(beta2);
        update(AdaptiveLoops::adamax, w, g, m, u);
    }

    @Override
    default void asgd(Tensor w, Tensor g, Tensor a, double rate, double keep, double share) {
        FloatLoop loop = loop();
        loop.rate = (float) rate;
        loop.rho1 = (float) keep;
        loop.rest1 = (float) share;
        update(AdaptiveLoops::asgd, w, g, a, a);
    }

    @Override
    default void rprop(
            Tensor w, Tensor g, Tensor p, Tensor size, double shrink, double grow, double least, double most) {
        FloatLoop loop = loop();
        loop.rho1 = (float) least;
        loop.rho2 = (float) most;
        loop.rest1 = (float) shrink;
        loop.rest2 = (float) grow;
        update(AdaptiveLoops::rprop, w, g, p, size);
    }

    @Override
    default void sparseAdam(
            Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon) {
        int n = w.columns();
        int size = w.size();
        FloatLoop loop = loop();
        loop.rate = (float) rate;
        loop.epsilon = (float) epsilon;
        setFirst(beta1);
        setSecond(beta2);
        loop.a = read(w, size, 0);
        loop.b = read(g, size, 1);
        loop.c = read(m, size, 2);
        loop.d = read(v, size, 3);
        for (int from = 0; from < size; from += n) {
            if (!allZero(loop.b, from, from + n)) {
                AdaptiveLoops.sparseAdam(loop, from, from + n);
            }
        }
        written(loop.a, w);
        written(loop.c, m);
        written(loop.d, v);
    }

    private static boolean allZero(float[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            if (g[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void setFirst(double rho) {
        loop().rho1 = (float) rho;
        loop().rest1 = (float) (1 - rho);
    }

    private void setSecond(double rho) {
        loop().rho2 = (float) rho;
        loop().rest2 = (float) (1 - rho);
    }
}
