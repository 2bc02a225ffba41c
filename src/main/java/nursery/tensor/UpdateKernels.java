package nursery.tensor;

/** Updates of parameters w by gradients g, in one pass over the memory. */
interface UpdateKernels {

    /** v = rho v + g; w -= rate v. */
    default void momentum(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        for (int i = 0; i < w.size(); i++) {
            v.set(i, rho * v.get(i) + g.get(i));
            w.set(i, w.get(i) - rate * v.get(i));
        }
    }

    /** v = rho v + g; w -= rate (g + rho v). */
    default void nesterov(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        for (int i = 0; i < w.size(); i++) {
            v.set(i, rho * v.get(i) + g.get(i));
            w.set(i, w.get(i) - rate * (g.get(i) + rho * v.get(i)));
        }
    }

    /**
     * m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g²; w -= rate m / correction1 / (sqrt(v / correction2) +
     * epsilon).
     */
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
        for (int i = 0; i < w.size(); i++) {
            double gi = g.get(i);
            m.set(i, beta1 * m.get(i) + (1 - beta1) * gi);
            v.set(i, beta2 * v.get(i) + (1 - beta2) * gi * gi);
            w.set(i, w.get(i) - rate * (m.get(i) / correction1) / (Math.sqrt(v.get(i) / correction2) + epsilon));
        }
    }
}
