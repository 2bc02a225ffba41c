package nursery.symptoms;

import static nursery.diagnosis.Mechanism.JUDGING;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;

/**
 * Validation rows that are training rows too: what was learned by heart judges itself.
 *
 * @param share of the validation rows that may be
 * @param chance how many equal rows small tables have by chance
 */
public record LeakedRows(double share, int chance) implements Symptom {

    /** The usual thresholds. */
    public LeakedRows() {
        this(0.01, 3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        long copies = c.copiesInValidation();
        int rows = c.data().validation().rows();
        if (copies <= Math.max(chance, share * rows)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D06",
                        "training rows among the validation rows",
                        JUDGING,
                        copies > 5 * share * rows ? WARN : INFO,
                        Evidence.of(
                                copies + " of " + rows + " validation rows are training rows too",
                                "share of copies",
                                (double) copies / rows,
                                share,
                                "Karpathy"),
                        "The net has seen these answers. The validation accuracy is too good, and overfitting does not show.",
                        "Remove duplicate rows, then split again.")
                .confidence(0.95));
    }
}
