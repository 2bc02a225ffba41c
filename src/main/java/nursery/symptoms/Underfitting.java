package nursery.symptoms;

import static nursery.diagnosis.Mechanism.GENERALIZATION;
import static nursery.diagnosis.Severity.INFO;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.Epoch;

/**
 * Training and validation accuracy are alike, and neither is high.
 *
 * @param gap between the two
 * @param high from where on the training accuracy is high
 */
public record Underfitting(double gap, double high) implements Symptom {

    /** The usual thresholds. */
    public Underfitting() {
        this(0.03, 0.9);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (c.history().epochs().size() < 4) {
            return Optional.empty();
        }
        Epoch last = c.history().lastEpoch();
        double found = last.trainAccuracy() - last.validationAccuracy(); // NaN for regression
        if (!(found < gap && last.trainAccuracy() < high)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "D57",
                "underfitting",
                GENERALIZATION,
                INFO,
                Evidence.of(
                        "training accuracy " + Numbers.format(last.trainAccuracy(), 3) + ", validation accuracy "
                                + Numbers.format(last.validationAccuracy(), 3),
                        "training accuracy",
                        last.trainAccuracy(),
                        high,
                        "CS231n"),
                "Where the gap is so small the net has not learned all that the training rows can teach it, unless the classes cannot be told apart any better.",
                "Train longer or use a bigger model."));
    }
}
