package nursery.optimizers;

/** The learning rate over time. */
@FunctionalInterface
public interface Schedule {

    /**
     * The rate of a step.
     *
     * @param base the trainer's learning rate
     * @param epoch how far the training is, in epochs: 0 at the first step, 2.5 in the middle of the third epoch
     * @param epochs how many epochs it will last
     */
    double rate(double base, double epoch, double epochs);

    /**
     * The schedule of the epochs that follow: this one, unless it looks at the loss.
     *
     * @param loss of the validation rows after an epoch; of the training rows where there are none to validate
     */
    default Schedule afterEpoch(double loss) {
        return this;
    }

    /** This schedule, begun after a linear rise from 0 to the base rate over so many epochs. */
    default Schedule warmUp(double epochs) {
        return new WarmUp(epochs, 0, this);
    }

    /** This schedule over so many epochs, as if they were all, and {@code next} over the rest. */
    default Schedule until(double epochs, Schedule next) {
        return new Until(this, epochs, next);
    }

    /** This schedule over so many epochs, again and again: {@code cosine().cycle(5)} restarts the rate every 5 epochs. */
    default Schedule cycle(double epochs) {
        return new Cycle(this, epochs);
    }
}
