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

    /** h += g²; w -= rate g / (√h + ε). */
    public static void adagrad(Tensor w, Tensor g, Tensor h, double rate, double epsilon) {
        g.kernels(w).adagrad(w, g, h, rate, epsilon);
    }

    /** v = ρ v + (1 - ρ) g²; w -= rate g / (√v + ε). */
    public static void rmsprop(Tensor w, Tensor g, Tensor v, double rate, double rho, double epsilon) {
        g.kernels(w).rmsprop(w, g, v, rate, rho, epsilon);
    }

    /**
     * v = ρ v + (1 - ρ) g²; m = ρ m + (1 - ρ) g; b = momentum b + g / (√(v - m²) + ε); w -= rate b.
     *
     * @param centered whether m is kept; else it stays 0
     */
    public static void rmsprop(
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
        g.kernels(w).rmsprop(w, g, v, m, b, rate, rho, epsilon, momentum, centered);
    }

    /** v = ρ v + (1 - ρ) g²; d = g √(u + ε) / √(v + ε); u = ρ u + (1 - ρ) d²; w -= rate d. */
    public static void adadelta(Tensor w, Tensor g, Tensor v, Tensor u, double rate, double rho, double epsilon) {
        g.kernels(w).adadelta(w, g, v, u, rate, rho, epsilon);
    }

    /**
     * m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w -= (gradientRate g + momentRate m) / (√(v / correction2) + ε).
     *
     * @param correction2 1 - β2^t
     */
    public static void nadam(
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
        g.kernels(w).nadam(w, g, m, v, gradientRate, momentRate, beta1, beta2, epsilon, correction2);
    }

    /** m = β1 m + (1 - β1) g; u = max(β2 u, |g| + ε); w -= rate m / u. */
    public static void adamax(
            Tensor w, Tensor g, Tensor m, Tensor u, double rate, double beta1, double beta2, double epsilon) {
        g.kernels(w).adamax(w, g, m, u, rate, beta1, beta2, epsilon);
    }

    /** w = keep w - rate g; a += share (w - a). */
    public static void asgd(Tensor w, Tensor g, Tensor a, double rate, double keep, double share) {
        g.kernels(w).asgd(w, g, a, rate, keep, share);
    }

    /**
     * size = grow size where g and the gradient before, p, have the same sign; shrink size, and g counts as 0, where they
     * differ; size stays within least and most; w -= sign(g) size; p = g.
     */
    public static void rprop(
            Tensor w, Tensor g, Tensor p, Tensor size, double shrink, double grow, double least, double most) {
        g.kernels(w).rprop(w, g, p, size, shrink, grow, least, most);
    }

    /** In rows whose gradient is not all 0: m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w -= rate m / (√v + ε). */
    public static void sparseAdam(
            Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon) {
        g.kernels(w).sparseAdam(w, g, m, v, rate, beta1, beta2, epsilon);
    }

    /** Shrinks each column of w whose Euclidean norm is above {@code most} to that norm. */
    public static void limitColumns(Tensor w, double most) {
        w.kernels().limitColumns(w, most);
    }

    /** Shrinks each row of w whose Euclidean norm is above {@code most} to that norm. */
    public static void limitRows(Tensor w, double most) {
        w.kernels().limitRows(w, most);
    }
}
