package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requirePositive;

/**
 * One schedule after another: the first has {@code epochs} epochs, the second those that are left, each counted from its
 * own beginning.
 *
 * @param first what comes first
 * @param epochs how long, above 0
 * @param next what follows
 */
public record Until(Schedule first, double epochs, Schedule next) implements Schedule {

    /** Checks the number of epochs. */
    public Until {
        requirePositive("until", "a number of epochs", epochs, 10);
    }

    @Override
    public double rate(double base, double epoch, double all) {
        return epoch < epochs ? first.rate(base, epoch, epochs) : next.rate(base, epoch - epochs, all - epochs);
    }

    @Override
    public Schedule afterEpoch(double loss) {
        Schedule one = first.afterEpoch(loss);
        Schedule two = next.afterEpoch(loss);
        return one == first && two == next ? this : new Until(one, epochs, two);
    }

    @Override
    public String toString() {
        return first + ".until(" + epochs + ", " + next + ")";
    }
}
