package nursery.tensor;

/** Random masks. */
public final class Mask {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Mask() {}

    /**
     * A mask of the shape of {@code x}: 0 with probability {@code rate}, else 1 / (1 - rate). The same for both
     * precisions. Number i depends on {@code seed} and i alone, whatever thread draws it.
     */
    public static Tensor inverted(Tensor x, long seed, double rate) {
        return draw(x, seed, rate, 1 / (1 - rate));
    }

    /** A mask of the shape of {@code x}: 0 with probability {@code rate}, else 1; the same places as {@link #inverted}. */
    public static Tensor binary(Tensor x, long seed, double rate) {
        return draw(x, seed, rate, 1);
    }

    /**
     * What a rectifier with random slopes multiplies {@code x} by: 1 where x &gt; 0, else a number drawn uniformly from
     * {@code low} to {@code high}. The same for both precisions but for rounding.
     */
    public static Tensor slopes(Tensor x, long seed, double low, double high) {
        Tensor slopes = x.result(x.shape());
        for (int i = 0; i < x.size(); i++) {
            double uniform = (draw(seed, i) + 0x80000000L) * 0x1p-32;
            slopes.set(i, x.get(i) > 0 ? 1 : low + (high - low) * uniform);
        }
        return slopes;
    }

    /**
     * Draws of the shape of {@code p}: 1 with the probability that {@code p} says, from 0 to 1, else 0. The same uniform
     * numbers for both precisions. Number i depends on {@code seed} and i alone.
     */
    public static Tensor bernoulli(Tensor p, long seed) {
        Tensor drawn = p.result(p.shape());
        if (p.precision() == Precision.FLOAT32) {
            for (int i = 0; i < p.size(); i++) {
                drawn.floats[drawn.offset + i] = one(seed, i, p.floats[p.offset + i]);
            }
        } else {
            for (int i = 0; i < p.size(); i++) {
                drawn.doubles[drawn.offset + i] = one(seed, i, p.doubles[p.offset + i]);
            }
        }
        return drawn;
    }

    // no branch: the sign of uniform - p
    private static int one(long seed, int i, double p) {
        double uniform = (draw(seed, i) + 0x80000000L) * 0x1p-32;
        return (int) (Double.doubleToRawLongBits(uniform - p) >>> 63);
    }

    private static Tensor draw(Tensor x, long seed, double rate, double keep) {
        Tensor mask = x.result(x.shape());
        // a uniform 32-bit integer lies below this with probability rate
        long below = Math.round(rate * 0x1p32) - 0x80000000L;
        if (x.precision() == Precision.FLOAT32) {
            fill(mask.floats, mask.offset, mask.size(), seed, below, (float) keep);
        } else {
            for (int i = 0; i < mask.size(); i++) {
                mask.set(i, draw(seed, i) < below ? 0 : keep);
            }
        }
        return mask;
    }

    // no branch: which numbers are kept cannot be predicted
    private static void fill(float[] mask, int at, int n, long seed, long below, float keep) {
        int kept = Float.floatToRawIntBits(keep);
        for (int i = 0; i < n; i++) {
            long apart = draw(seed, i) - below; // negative: dropped
            mask[at + i] = Float.intBitsToFloat(kept & ~(int) (apart >> 63));
        }
    }

    /** The high half of output i of SplitMix64 (Steele, Lea and Flood 2014) from {@code seed}. */
    private static int draw(long seed, int i) {
        long z = seed + (i + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (int) ((z ^ (z >>> 31)) >>> 32);
    }
}
