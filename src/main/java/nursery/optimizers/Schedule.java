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
}
