package nursery.bench.diagnosis;

import java.util.Arrays;
import java.util.Locale;

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
     * How likely a random division of all numbers into two such groups has a difference of means at least as large: the
     * exact permutation test, one-sided.
     */
    static double permutationTest(double[] better, double[] worse) {
        double[] all = Arrays.copyOf(better, better.length + worse.length);
        System.arraycopy(worse, 0, all, better.length, worse.length);
        double least = Arrays.stream(better).sum();
        double tolerance = 1e-12 * Arrays.stream(all).map(Math::abs).sum();
        long[] counts = new long[2]; // as large, all
        count(all, 0, better.length, 0, least - tolerance, counts);
        return (double) counts[0] / counts[1];
    }

    private static void count(double[] all, int from, int open, double sum, double least, long[] counts) {
        if (open == 0) {
            counts[0] += sum >= least ? 1 : 0;
            counts[1]++;
        } else if (all.length - from >= open) {
            count(all, from + 1, open - 1, sum + all[from], least, counts);
            count(all, from + 1, open, sum, least, counts);
        }
    }
}
