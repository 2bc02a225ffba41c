package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.BatchNorm;

/**
 * Batch normalization of vectors, not images, over batches of a few rows. One row less its own mean is 0.
 *
 * @param few the most rows that are too few
 */
public record SmallNormalizedBatches(int few) implements Precheck {
    private static final int USUAL = 64;

    /** The usual thresholds. */
    public SmallNormalizedBatches() {
        this(4);
    }

    @Override
    public Optional<Finding> review(Program p) {
        int batch = Math.min(p.trainer().batchSize(), p.data().train().rows());
        List<String> normalized = IntStream.range(0, p.net().layers().size())
                .filter(i -> p.net().layers().get(i) instanceof BatchNorm
                        && p.net().shapes().get(i).rank() == 1)
                .mapToObj(i -> Structure.name(p.net().layers(), i))
                .toList();
        if (normalized.isEmpty() || batch > few) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D20",
                        "batches too small for batch normalization",
                        RATE,
                        batch == 1 ? CRITICAL : WARN,
                        Evidence.of(
                                        "batches of " + batch + (batch == 1 ? " row" : " rows") + " before "
                                                + normalized.get(0),
                                        "rows of a batch",
                                        batch,
                                        few,
                                        "NeuraLint")
                                .at(normalized.get(0)),
                        "Mean and deviation of so few rows say more about the other rows than about the features; of a single row, nothing is left but 0.",
                        "Use batches of 32 to 256 rows, or layerNorm().")
                .confidence(0.95)
                .fix(new Fix("batches of 64 rows", p, q -> q.with(q.trainer().batchSize(USUAL)))));
    }
}
