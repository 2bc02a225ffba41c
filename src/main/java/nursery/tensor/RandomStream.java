package nursery.tensor;

import java.util.random.RandomGenerator;

/**
 * Random numbers that can begin anew without a new object: those of {@link Seed#generator()}, SplitMix64 (Steele, Lea and
 * Flood 2014).
 */
public final class RandomStream implements RandomGenerator {
    private long state;

    /** Begins the stream of {@code seed.with(step).with(row)}. */
    public void restart(Seed seed, long step, long row) {
        state = Seed.derive(Seed.derive(seed.value(), step), row);
    }

    @Override
    public long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        return Seed.mix(state);
    }
}
