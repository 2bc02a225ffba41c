package nursery.symptoms;

import static nursery.diagnosis.Mechanism.GENERALIZATION;
import static nursery.diagnosis.Severity.INFO;

import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.Epoch;

/**
 * Nearly every validation row is right after the first epoch: an easy task, or the labels are among the features.
 *
 * @param accuracy of the validation rows
 */
public record SuspiciouslyGood(double accuracy) implements Symptom {

    /** The usual thresholds. */
    public SuspiciouslyGood() {
        this(0.99);
    }

    @Override
    public Optional<Finding> look(Case c) {
        List<Epoch> epochs = c.history().epochs();
        if (epochs.size() < 2 || !(epochs.get(0).validationAccuracy() > accuracy)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "D62",
                "suspiciously good",
                GENERALIZATION,
                INFO,
                Evidence.of(
                        Numbers.format(100 * epochs.get(0).validationAccuracy(), 4)
                                + " % of the validation rows are right after one epoch",
                        "validation accuracy",
                        epochs.get(0).validationAccuracy(),
                        accuracy,
                        "UMLAUT"),
                "Some tasks are that easy. More often a column gives the label away, or rows are in both parts.",
                "Look for features that are known only once the label is."));
    }
}
