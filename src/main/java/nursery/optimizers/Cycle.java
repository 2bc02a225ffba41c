package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requirePositive;

/**
 * A schedule over so many epochs, again and again. With a cosine these are the warm restarts of SGDR (Loshchilov and
 * Hutter 2017), whose models at the end of each cycle are a snapshot ensemble (Huang et al. 2017).
 *
 * @param schedule what each cycle begins anew
 * @param epochs how long a cycle is, above 0
 */
public record Cycle(Schedule schedule, double epochs) implements Schedule {

    /** Checks the number of epochs. */
    public Cycle {
        requirePositive("cycle", "a number of epochs", epochs, 5);
    }

    @Override
    public double rate(double base, double epoch, double all) {
        return schedule.rate(base, epoch % epochs, epochs);
    }

    @Override
    public Schedule afterEpoch(double loss) {
        Schedule next = schedule.afterEpoch(loss);
        return next == schedule ? this : new Cycle(next, epochs);
    }

    @Override
    public String toString() {
        return schedule + ".cycle(" + epochs + ")";
    }
}
