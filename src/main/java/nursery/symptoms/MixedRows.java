package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.tensor.Tensor;

/**
 * A row's output depends on the other rows of its batch in evaluation: a reshape or a transposition mixes them
 * (Karpathy).
 *
 * @param tolerance the difference that rounding explains, over the largest output
 */
public record MixedRows(double tolerance) implements Symptom {

    /** The usual thresholds. */
    public MixedRows() {
        this(1e-3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Dataset rows = c.probe();
        int n = Math.min(8, rows.rows());
        if (n < 2) {
            return Optional.empty();
        }
        Tensor together = c.initial().predict(rows.features().rows(0, n));
        double largest = 0;
        double off = 0;
        for (int row = 0; row < n; row++) {
            Tensor alone = c.initial().predict(rows.features().rows(row, row + 1));
            for (int j = 0; j < alone.size(); j++) {
                largest = Math.max(largest, Math.abs(alone.get(j)));
                off = Math.max(off, Math.abs(alone.get(j) - together.get(row * alone.size() + j)));
            }
        }
        if (!(off > tolerance * largest)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D27",
                        "rows that mix",
                        WIRING,
                        CRITICAL,
                        Evidence.of(
                                "alone and in a batch of " + n + " rows outputs differ by " + Numbers.format(off, 3),
                                "difference",
                                off,
                                tolerance * largest,
                                "Karpathy"),
                        "The answer for one row changes with the rows beside it. A layer reshapes where it should transpose, or uses statistics of the batch in evaluation.",
                        "Look at the layers of your own: each row of the output may depend on its own row alone.")
                .confidence(0.95));
    }
}
