package nursery.diagnosis;

import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.History;

/** The loss of the first batch lies far above that of a net that knows nothing, ln C for softmax. */
public record HighInitialLoss() implements Symptom {
    private static final double HIGH = 1.25; // times the expectation
    private static final double HIGH_FOR_NUMBERS = 2; // batches differ more in their targets
    private static final double EXTREME = 4;

    @Override
    public Optional<Finding> look(History history) {
        if (history.steps() == 0) {
            return Optional.empty();
        }
        double expected = Curve.ignorant(history);
        double first = history.stepLosses()[0];
        double times = first / expected;
        double limit = history.data().train().classification() ? HIGH : HIGH_FOR_NUMBERS;
        return times > limit
                ? Optional.of(new Finding(
                        "high initial loss",
                        times > EXTREME ? Severity.CRITICAL : Severity.WARN,
                        "the first batch has loss " + Numbers.brief(first) + " where a net that knows nothing has "
                                + Numbers.brief(expected),
                        "The net starts out sure of wrong answers, and the first steps only make it doubt them.",
                        "Use smaller initial weights, he() before ReLU and xavier() before tanh, and center the data."))
                : Optional.empty();
    }
}
