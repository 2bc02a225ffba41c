package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireNotNegative;

/**
 * rate · e^(-k epoch), a little less at every step. After each whole epoch it is PyTorch's {@code ExponentialLR} with
 * gamma = e^-k.
 *
 * @param k how fast, at least 0; 0.1 falls by 10 % in an epoch
 */
public record ExponentialDecay(double k) implements Schedule {

    /** Checks k. */
    public ExponentialDecay {
        requireNotNegative("exponentialDecay", "k", k, 0.1);
    }

    @Override
    public double rate(double base, double epoch, double epochs) {
        return base * StrictMath.exp(-k * epoch);
    }

    @Override
    public String toString() {
        return "exponentialDecay(" + k + ")";
    }
}
