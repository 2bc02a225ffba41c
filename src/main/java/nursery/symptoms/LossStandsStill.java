package nursery.symptoms;

import static nursery.diagnosis.Mechanism.SIGNAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Curve;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The training loss hardly falls below that of a net that learned nothing from its inputs, for no reason that
 * another symptom knows.
 */
public record LossStandsStill() implements Symptom {

    @Override
    public Optional<Finding> look(Case c) {
        Curve curve = c.curve();
        if (curve.diverged() || !curve.standsStill() || c.found().stream().anyMatch(Finding::warns)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D36",
                        "loss stands still",
                        SIGNAL,
                        WARN,
                        Evidence.of(
                                "the loss went from " + Numbers.brief(curve.start()) + " to "
                                        + Numbers.brief(curve.end()) + " in "
                                        + c.history().steps() + " steps; updates are "
                                        + Numbers.format(curve.updateRatio(), 2)
                                        + " of the weights, learning rate "
                                        + Numbers.brief(c.trainer().learningRate()),
                                "loss / loss of a net that ignores its inputs",
                                curve.end() / curve.constant(),
                                0.95,
                                "TheDeepChecker"),
                        "The weights move but the answers do not improve: the signal or the gradient may die on the way, or the labels do not depend on the features.",
                        "Suspect the initialization: look at model().activationStats(data.train()), and run Checklist.run(net, data).")
                .confidence(0.6)
                .fix(Changes.sweptRate(c.program(), c.trainer().learningRate() * 1e-2)));
    }
}
