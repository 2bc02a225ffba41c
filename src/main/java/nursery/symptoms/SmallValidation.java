package nursery.symptoms;

import static nursery.diagnosis.Mechanism.JUDGING;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.report.Numbers;

/**
 * So few validation rows that their accuracy says little.
 *
 * @param few fewer than this is a warning
 * @param enough fewer than this is a remark
 */
public record SmallValidation(int few, int enough) implements Precheck {

    /** The usual thresholds. */
    public SmallValidation() {
        this(20, 200);
    }

    @Override
    public Optional<Finding> review(Program p) {
        Dataset validation = p.data().validation();
        int rows = validation.rows();
        if (rows >= enough) {
            return Optional.empty();
        }
        String known = rows > 0 && validation.classification()
                ? ": an accuracy of 90 % is known to ± " + Numbers.format(196 * Math.sqrt(0.09 / rows), 2) + " %"
                : "";
        return Optional.of(Finding.of(
                        "D61",
                        rows == 0 ? "no validation rows" : "few validation rows",
                        JUDGING,
                        rows > 0 && rows < few ? WARN : INFO,
                        Evidence.of(rows + " validation rows" + known, "validation rows", rows, few, "CS231n"),
                        "What so few rows say is mostly chance, so that nobody sees overfitting and any choice made by them is a lottery.",
                        "Keep more rows back, split(0.7, 0.15, 0.15), or cross-validate.")
                .confidence(0.9));
    }
}
