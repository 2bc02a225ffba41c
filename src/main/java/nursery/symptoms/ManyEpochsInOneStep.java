package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.optimizers.WholeOptimizer;

/**
 * Batches so large that the training makes hardly any steps: it still improves, or has not begun to learn, when
 * its epochs are over.
 *
 * @param share of the rows in one batch, from which on it is looked at
 * @param steps fewer steps than this are few
 * @param improving how far the loss still falls at the end
 */
public record ManyEpochsInOneStep(double share, int steps, double improving) implements Symptom {

    /** The usual thresholds. */
    public ManyEpochsInOneStep() {
        this(0.2, 100, 0.05);
    }

    @Override
    public Optional<Finding> look(Case c) {
        int rows = c.data().train().rows();
        int batch = Math.min(rows, c.trainer().batchSize());
        boolean whole = c.trainer().optimizer() instanceof WholeOptimizer;
        if (batch <= share * rows
                || batch <= 64
                || c.history().steps() >= steps
                || whole
                || c.explained()
                || c.curve().diverged()) {
            return Optional.empty();
        }
        boolean unfinished = c.curve().end() > 0.5 * c.curve().constant()
                || (c.curve().improving() > improving
                        && c.curve().end() > 0.3 * c.curve().constant());
        if (!unfinished) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D20",
                        "batches too large for so few epochs",
                        RATE,
                        WARN,
                        Evidence.of(
                                "a batch has " + batch + " of " + rows + " rows, so "
                                        + c.history().epochs().size() + " epochs are only "
                                        + c.history().steps() + " steps, and the loss still falls",
                                "batch / rows",
                                (double) batch / rows,
                                share,
                                "CS231n"),
                        "A step costs as much as its rows, but it moves the weights once. Small batches make many steps of nearly the same quality.",
                        "Use batches of 32 to 256 rows.")
                .confidence(0.9)
                .fix(c.fix(
                        "batches of 64 rows",
                        q -> q.with(q.trainer().batchSize(Math.min(64, Math.max(1, rows / 10)))))));
    }
}
