package nursery.diagnosis;

import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.History;

/** The training loss hardly falls below that of a net that learned nothing from its inputs. */
public record LossStandsStill() implements Symptom {
    private static final int STEPS = 20; // fewer tell nothing
    private static final double FALLEN = 0.95; // of the start
    private static final double SMALL_UPDATES = 3e-4;
    private static final double LARGE_UPDATES = 1e-1;

    @Override
    public Optional<Finding> look(History history) {
        double[] losses = history.stepLosses();
        if (losses.length < STEPS) {
            return Optional.empty();
        }
        double start = Curve.constant(history);
        double end = Curve.end(losses);
        if (!(end > FALLEN * start)) {
            return Optional.empty();
        }
        double ratio = Curve.updateRatio(history);
        String evidence = "the loss went from " + Numbers.brief(losses[0]) + " to " + Numbers.brief(end) + " in "
                + losses.length + " steps; updates are " + Numbers.format(ratio, 2)
                + " of the weights, learning rate "
                + Numbers.brief(history.trainer().learningRate());
        return Optional.of(cause(ratio, evidence));
    }

    private static Finding cause(double ratio, String evidence) {
        if (ratio < SMALL_UPDATES) {
            return new Finding(
                    "learning rate too low",
                    Severity.WARN,
                    evidence,
                    "The steps are so small that the weights stay where they were drawn.",
                    "The loss is not going down: raise the learning rate, a power of ten at a time.");
        }
        if (ratio > LARGE_UPDATES) {
            return new Finding(
                    "learning rate too high",
                    Severity.WARN,
                    evidence,
                    "The steps are so large that the weights jump from side to side of the valley.",
                    "Lower the learning rate, a power of ten at a time.");
        }
        return new Finding(
                "loss stands still",
                Severity.WARN,
                evidence,
                "The weights move but the answers do not improve: the signal or the gradient may die on the way, or the labels do not depend on the features.",
                "Suspect the initialization: look at model().activationStats(data.train()), and run Checklist.run(net, data).");
    }
}
