package nursery.diagnosis;

import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.Epoch;
import nursery.training.History;

/** Training and validation accuracy are alike, and neither is high. */
public record Underfitting() implements Symptom {
    private static final int EPOCHS = 4;
    private static final double GAP = 0.03;
    private static final double HIGH = 0.9;

    @Override
    public Optional<Finding> look(History history) {
        if (history.epochs().size() < EPOCHS) {
            return Optional.empty();
        }
        Epoch last = history.lastEpoch();
        double gap = last.trainAccuracy() - last.validationAccuracy(); // NaN for regression
        return gap < GAP && last.trainAccuracy() < HIGH
                ? Optional.of(new Finding(
                        "underfitting",
                        Severity.INFO,
                        "training accuracy " + Numbers.format(last.trainAccuracy(), 3) + ", validation accuracy "
                                + Numbers.format(last.validationAccuracy(), 3),
                        "Where the gap is so small the net has not learned all that the training rows can teach it, unless the classes cannot be told apart any better.",
                        "Train longer or use a bigger model."))
                : Optional.empty();
    }
}
