package nursery.symptoms;

import static nursery.diagnosis.Mechanism.SIGNAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.GradientFlow;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The gradient at the first layer is a tiny part of that at the last hidden one: it dies out on its way back, as
 * behind a row of sigmoids. A remark where the net learned all the same.
 *
 * @param ratio the first gradient over the last
 */
public record VanishingGradient(double ratio) implements Symptom {

    /** The usual thresholds. */
    public VanishingGradient() {
        this(1e-3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        GradientFlow flow = c.flow();
        double found = flow.firstToLast();
        if (!(found < ratio) || c.explained()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D41",
                        "vanishing gradient",
                        SIGNAL,
                        c.learnedWell() ? INFO : WARN,
                        Evidence.of(
                                        "before the first step the gradient of "
                                                + flow.weights().get(0).name() + " is " + Numbers.format(found, 2)
                                                + " of that of the last hidden layer",
                                        "first / last gradient",
                                        found,
                                        ratio,
                                        "AutoTrainer")
                                .at(flow.weights().get(0).name()),
                        "Every layer multiplies the gradient by its weights and its derivative. When these are small, little arrives in front, and the first layers do not learn.",
                        "Use relu() with he(), batchNorm(), or residual blocks.")
                .confidence(0.85)
                .fix(c.fix("relu() in place of sigmoid and tanh", Changes::relus)));
    }
}
