package nursery.tensor;

/** The standard normal distribution, in float64. */
final class NormalDistribution {
    private static final double FAR = 9; // beyond, less than 1e-18 is left

    private NormalDistribution() {}

    /** φ(x) = e^(-x²/2) / √(2π). */
    static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Φ(x), the probability of a number below x: ½ + φ(x) Σ x^(2n+1) / (1 · 3 · 5 ... (2n+1)), with an absolute error
     * below 1e-15.
     */
    static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 + density(x) * sum;
    }
}
