package nursery.training;

import java.util.Optional;
import nursery.report.Numbers;

/**
 * Stops a training whose cost is above three times the first (CS231n: explosion, break out early), the mean over some
 * steps, so that a single bad batch ends nothing. A cost that is no number ends every training, with or without this.
 *
 * @param times how many times the first cost is too much, above 1
 * @param steps how many steps the mean is over
 */
public record StopOnExplosion(double times, int steps) implements Callback {

    /** Checks both numbers. */
    public StopOnExplosion {
        if (!(times > 1) || steps < 1) {
            throw new IllegalArgumentException(
                    "stop on explosion: expected a factor above 1 and at least 1 step, received " + times + " and "
                            + steps + "; 3 and 5 are usual");
        }
    }

    /** Three times the first, over 5 steps. */
    public StopOnExplosion() {
        this(3, 5);
    }

    @Override
    public Optional<String> afterStep(History history) {
        int n = history.steps();
        if (n <= steps) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = n - steps; i < n; i++) {
            sum += history.cost(i);
        }
        double limit = times * history.cost(0);
        return sum / steps > limit
                ? Optional.of("the cost rose to " + Numbers.brief(sum / steps) + " by step " + n + ", above "
                        + Numbers.brief(times) + " times the first, " + Numbers.brief(history.cost(0))
                        + "; lower the learning rate by a power of ten, or look at the data and the initialization")
                : Optional.empty();
    }
}
