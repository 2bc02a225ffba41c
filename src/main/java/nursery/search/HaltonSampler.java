package nursery.search;

import java.util.stream.IntStream;
import nursery.data.Order;
import nursery.tensor.Seed;

/**
 * Points that fill the space more evenly than random ones: the Halton sequence, whose i-th point has as its coordinates the
 * digits of i in the bases 2, 3, 5 ... mirrored at the point, with the digits of each place swapped at random by the seed
 * (scrambled Halton; Halton 1960, Owen 2017).
 *
 * @param trials how many
 */
public record HaltonSampler(int trials) implements Sampler {
    private static final double SMALLEST = 0x1p-52;

    /** Checks the number. */
    public HaltonSampler {
        Sampler.checkedTrials(trials);
    }

    @Override
    public int trials(Space space) {
        return trials;
    }

    @Override
    public double[] point(Space space, long seed, int trial) {
        double[] point = new double[space.axes().size()];
        int base = 2;
        for (int i = 0; i < point.length; i++) {
            point[i] = mirrored(trial, base, Seed.of(seed).with("halton").with(i));
            base = primeAfter(base);
        }
        return point;
    }

    /** Σ π_k(digit k of i) base^-(k + 1), with the permutation π_k of place k. */
    private static double mirrored(int i, int base, Seed seed) {
        double sum = 0;
        int rest = i;
        double unit = 1.0 / base;
        for (int place = 0; unit > SMALLEST; place++) {
            int[] digits = IntStream.range(0, base).toArray();
            Order.shuffle(digits, seed.with(place).generator());
            sum += digits[rest % base] * unit;
            rest /= base;
            unit /= base;
        }
        return Math.min(sum, Math.nextDown(1.0));
    }

    private static int primeAfter(int n) {
        int next = n + 1;
        while (hasDivisor(next)) {
            next++;
        }
        return next;
    }

    private static boolean hasDivisor(int n) {
        return IntStream.range(2, n).anyMatch(d -> n % d == 0);
    }

    @Override
    public HaltonSampler trials(int other) {
        return new HaltonSampler(other);
    }

    @Override
    public String name() {
        return "halton";
    }

    @Override
    public String toString() {
        return "halton(" + trials + ")";
    }
}
