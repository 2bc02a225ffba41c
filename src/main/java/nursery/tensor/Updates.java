package nursery.tensor;

/** The updates of parameters by gradients that are worth a single pass over the memory. All change w and its slots. */
public final class Updates {
    private Updates() {}

    /** v = ρ v + g; w -= rate v. */
    public static void momentum(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        g.kernels(w).momentum(w, g, v, rate, rho);
    }

    /** v = ρ v + g; w -= rate (g + ρ v). */
    public static void nesterov(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        g.kernels(w).nesterov(w, g, v, rate, rho);
    }

    /**
     * m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w -= rate (m / correction1) / (√(v / correction2) + ε).
     *
     * @param correction1 1 - β1^t
     * @param correction2 1 - β2^t
     */
    public static void adam(
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
        g.kernels(w).adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2);
    }
}
