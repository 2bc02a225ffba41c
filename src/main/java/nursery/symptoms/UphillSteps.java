package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.Optional;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.History;

/**
 * The optimizer's steps make the loss of a single batch rise, however small they are: the sign of the gradient or
 * of the step is wrong. Looked for only where the loss rose in training.
 */
public record UphillSteps() implements Symptom {

    @Override
    public Optional<Finding> look(Case c) {
        if (!(c.curve().diverged() || c.curve().end() > c.curve().start())) {
            return Optional.empty();
        }
        Dataset rows = c.probe().take(Math.min(128, c.probe().rows()));
        double ratio = c.curve().firstUpdateRatio();
        double rate = c.trainer().learningRate() * Math.min(1, 1e-4 / (ratio > 0 ? ratio : 1));
        if (!(rate > 0)) {
            return Optional.empty();
        }
        History tiny = c.tinySteps(rows, rate);
        double[] costs = tiny.stepCosts();
        double rise = costs[costs.length - 1] - costs[0];
        boolean uphill = rise > 0 && IntStream.range(1, costs.length).allMatch(i -> costs[i] > costs[i - 1]);
        if (!uphill) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D38",
                        "steps that go uphill",
                        WIRING,
                        CRITICAL,
                        Evidence.of(
                                "even with learning rate " + Numbers.format(rate, 2)
                                        + " the loss of one batch rises with each of "
                                        + costs.length + " steps, from " + Numbers.format(costs[0], 6) + " to "
                                        + Numbers.format(costs[costs.length - 1], 6),
                                "change of the loss",
                                rise,
                                0,
                                "TheDeepChecker"),
                        "A small step against the gradient makes the loss fall. Here it rises, so the gradient or the step has the wrong sign.",
                        "Check the sign in your own loss, layer or optimizer: w -= rate * gradient.")
                .confidence(0.97));
    }
}
