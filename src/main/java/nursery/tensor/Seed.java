package nursery.tensor;

import java.util.SplittableRandom;

/**
 * Where randomness comes from: a number from which independent streams are derived by purpose, so that one stream
 * never depends on how much another has drawn.
 *
 * <pre>{@code Seed.of(7).with("init").with(2).generator()}</pre>
 *
 * @param value the seed
 */
public record Seed(long value) {

    /** The seed {@code value}. */
    public static Seed of(long value) {
        return new Seed(value);
    }

    /** The seed of a stream for {@code purpose}; equal purposes give equal streams. */
    public Seed with(String purpose) {
        return with(hash(purpose));
    }

    /** The seed of the {@code index}-th stream. */
    public Seed with(long index) {
        return new Seed(derive(value, index));
    }

    static long derive(long value, long index) {
        return mix(value + 0x9e3779b97f4a7c15L * (mix(index) | 1));
    }

    /** A generator at the start of this stream. */
    public SplittableRandom generator() {
        return new SplittableRandom(value);
    }

    // FNV-1a: String.hashCode has only 32 bits
    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return h;
    }

    // the finalizer of SplitMix64 (Steele, Lea and Flood 2014), a bijection on 64 bits
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
