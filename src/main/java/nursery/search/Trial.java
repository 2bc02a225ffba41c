package nursery.search;

import java.util.List;
import nursery.report.Numbers;

/**
 * One training of a search: what was tried and what came of it. Numbers and text only, so that it can travel.
 *
 * @param number from 0
 * @param configuration the values of the hyperparameters
 * @param seed the seed it was trained with, derived from that of the search and the number
 * @param outcome how it ended
 * @param validationLoss after the last epoch; NaN where it failed
 * @param validationAccuracy after the last epoch; NaN for regression
 * @param curve the score after each epoch; with cross-validation the mean over the folds
 * @param seconds how long it took
 * @param note why it ended before its time; may be empty
 */
public record Trial(
        int number,
        Configuration configuration,
        int seed,
        Outcome outcome,
        double validationLoss,
        double validationAccuracy,
        List<Double> curve,
        double seconds,
        String note) {

    /** Copies the list. */
    public Trial {
        curve = List.copyOf(curve);
    }

    /** What trials are compared by, larger is better: the accuracy, for regression minus the loss. */
    public double score() {
        return Double.isNaN(validationAccuracy) ? -validationLoss : validationAccuracy;
    }

    /** The values with what came of them. */
    @Override
    public String toString() {
        String result = Double.isNaN(validationAccuracy)
                ? "validation loss " + Numbers.brief(validationLoss)
                : "validation accuracy " + Numbers.brief(validationAccuracy);
        return "trial " + number + ": " + configuration + "; " + (outcome == Outcome.FAILED ? note : result)
                + (outcome == Outcome.FINISHED ? "" : ", " + outcome) + ", seed " + seed;
    }
}
