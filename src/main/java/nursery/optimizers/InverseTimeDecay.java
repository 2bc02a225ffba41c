package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireNotNegative;

/**
 * The 1/t decay: rate / (1 + k epoch).
 *
 * @param k how fast, at least 0; with 1 the rate is halved after the first epoch
 */
public record InverseTimeDecay(double k) implements Schedule {

    /** Checks k. */
    public InverseTimeDecay {
        requireNotNegative("inverseTimeDecay", "k", k, 1);
    }

    @Override
    public double rate(double base, double epoch, double epochs) {
        return base / (1 + k * epoch);
    }

    @Override
    public String toString() {
        return "inverseTimeDecay(" + k + ")";
    }
}
