package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.optimizers.Adam;
import nursery.optimizers.AdamW;
import nursery.optimizers.Optimizer;
import nursery.optimizers.RmsProp;
import nursery.report.Numbers;

/**
 * Settings of Adam and its relatives that take its protection away: an ε so small that it divides by almost
 * nothing.
 *
 * @param epsilon the smallest ε that is fine
 */
public record OptimizerSettings(double epsilon) implements Precheck {

    /** The usual thresholds. */
    public OptimizerSettings() {
        this(1e-10);
    }

    @Override
    public Optional<Finding> review(Program p) {
        double found = epsilon(p.trainer().optimizer());
        if (!(found < epsilon)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D19",
                        "optimizer settings",
                        RATE,
                        WARN,
                        Evidence.of(
                                p.trainer().optimizer() + " with ε = " + found + ", learning rate "
                                        + Numbers.brief(p.trainer().learningRate()),
                                "epsilon",
                                found,
                                epsilon,
                                "UMLAUT"),
                        "The optimizer divides each gradient by its usual size and ε. Where gradients are nearly 0, only ε keeps the step small.",
                        "Leave ε at 1e-8, and the rate near 1e-3.")
                .confidence(0.9)
                .fix(new Fix(
                        "Adam's usual settings and a swept rate",
                        p,
                        q -> Changes.swept(q.with(q.trainer().optimizer(new Adam())), 1e-5))));
    }

    private static double epsilon(Optimizer optimizer) {
        if (optimizer instanceof Adam a) {
            return a.epsilon();
        }
        if (optimizer instanceof AdamW a) {
            return a.adam().epsilon();
        }
        if (optimizer instanceof RmsProp r) {
            return r.epsilon();
        }
        return Double.POSITIVE_INFINITY;
    }
}
