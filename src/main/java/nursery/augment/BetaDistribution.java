package nursery.augment;

import java.util.random.RandomGenerator;

/** The symmetric distribution Beta(α, α) on 0 to 1: near the ends for a small α, near one half for a large one. */
final class BetaDistribution {
    static final double LEAST = 0.01;
    static final double MOST = 100;

    private BetaDistribution() {}

    /** G / (G + G') with two numbers of Gamma(α), by their logarithms, since both may be too small for a double. */
    static double draw(double alpha, RandomGenerator random) {
        double own = logGamma(alpha, random);
        double other = logGamma(alpha, random);
        return 1 / (1 + StrictMath.exp(other - own));
    }

    /** The logarithm of a number of Gamma(α), which is one of Gamma(α + 1) times U^(1/α) (Marsaglia and Tsang 2000). */
    private static double logGamma(double alpha, RandomGenerator random) {
        double d = alpha + 2.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            double u = 1 - random.nextDouble();
            if (v > 0 && StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return StrictMath.log(d * v) + StrictMath.log(1 - random.nextDouble()) / alpha;
            }
        }
    }
}
