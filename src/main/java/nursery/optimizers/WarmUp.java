package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;
import static nursery.optimizers.Hyperparameters.requirePositive;

/**
 * A linear rise to the base rate in front of another schedule (Goyal et al. 2017), which has the epochs that are left.
 *
 * @param epochs how long it rises, above 0; 5 is usual
 * @param start the share of the base rate at the start, in [0, 1]; 0 by default
 * @param then what follows
 */
public record WarmUp(double epochs, double start, Schedule then) implements Schedule {

    /** Checks both numbers. */
    public WarmUp {
        requirePositive("warmUp", "a number of epochs", epochs, 5);
        require("warmUp", "a share at the start", start, start >= 0 && start <= 1, "of 0 to 1", 0);
    }

    @Override
    public double rate(double base, double epoch, double all) {
        return epoch < epochs
                ? base * (start + (1 - start) * epoch / epochs)
                : then.rate(base, epoch - epochs, all - epochs);
    }

    @Override
    public Schedule afterEpoch(double loss) {
        Schedule next = then.afterEpoch(loss);
        return next == then ? this : new WarmUp(epochs, start, next);
    }

    @Override
    public String toString() {
        return start == 0 ? then + ".warmUp(" + epochs + ")" : "warmUp(" + epochs + ", " + start + ", " + then + ")";
    }
}
