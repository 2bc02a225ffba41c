package nursery.bench.diagnosis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Numbers about samples. */
final class Statistics {
    private static final double Z = 1.959963984540054; // of 95 %

    private Statistics() {}

    /**
     * A share with its Wilson interval (1927): (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n).
     *
     * @param right how many
     * @param all of how many
     * @param low the lower end at 95 %
     * @param high the upper end at 95 %
     */
    record Share(int right, int all, double low, double high) {
        static Share of(int right, int all) {
            double n = all;
            double p = right / n;
            double middle = p + Z * Z / (2 * n);
            double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
            double scale = 1 + Z * Z / n;
            return new Share(right, all, Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
        }

        double value() {
            return (double) right / all;
        }

        @Override
        public String toString() {
            return all == 0
                    ? "none"
                    : String.format(
                            Locale.ROOT,
                            "%.1f %% (%d of %d; %.1f to %.1f)",
                            100 * value(),
                            right,
                            all,
                            100 * low,
                            100 * high);
        }
    }

    static double mean(double... x) {
        return Arrays.stream(x).average().orElse(Double.NaN);
    }

    private static double variance(double... x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }

    /** Cohen's d: the difference of the means over the pooled deviation; infinite without deviation. */
    static double effect(double[] better, double[] worse) {
        double difference = mean(better) - mean(worse);
        double pooled = Math.sqrt((variance(better) + variance(worse)) / 2);
        return difference == 0 ? 0 : difference / pooled;
    }

    /**
     * How likely the mean of paired differences is at least as large when each has a random sign: the exact paired
     * permutation test, one-sided. Five differences above 0 come to 1/32.
     */
    static double permutationTest(double[] better, double[] worse) {
        int n = better.length;
        double[] differences =
                IntStream.range(0, n).mapToDouble(i -> better[i] - worse[i]).toArray();
        double sum = Arrays.stream(differences).sum();
        double tolerance = 1e-12 * Arrays.stream(differences).map(Math::abs).sum();
        long signs = 1L << n;
        long asLarge = LongStream.range(0, signs)
                .filter(s -> signed(differences, s) >= sum - tolerance)
                .count();
        return (double) asLarge / signs;
    }

    private static double signed(double[] differences, long signs) {
        return IntStream.range(0, differences.length)
                .mapToDouble(i -> (signs >> i & 1) == 0 ? differences[i] : -differences[i])
                .sum();
    }
}
