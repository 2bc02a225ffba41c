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
import nursery.optimizers.Adam;
import nursery.optimizers.Sgd;
import nursery.report.Numbers;

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
        double[] costs = c.tinySteps(rows, c.trainer().learningRate(rate)).stepCosts();
        if (costs.length < 2 || IntStream.range(1, costs.length).anyMatch(i -> !(costs[i] > costs[i - 1]))) {
            return Optional.empty();
        }
        double[] own = c.tinySteps(rows, c.trainer().optimizer(new Sgd()).learningRate(rate))
                .stepCosts();
        boolean optimizer = own[own.length - 1] < own[0];
        Finding finding = Finding.of(
                        "D38",
                        "steps that go uphill",
                        WIRING,
                        CRITICAL,
                        Evidence.of(
                                "even with learning rate " + Numbers.format(rate, 2)
                                        + " the loss of one batch rises with each of "
                                        + costs.length + " steps, from " + Numbers.format(costs[0], 6) + " to "
                                        + Numbers.format(costs[costs.length - 1], 6)
                                        + (optimizer
                                                ? "; with sgd() it falls: "
                                                        + c.trainer().optimizer() + " is to blame"
                                                : "; with sgd() too: a gradient of the loss or of a layer is to blame"),
                                "change of the loss",
                                costs[costs.length - 1] - costs[0],
                                0,
                                "TheDeepChecker"),
                        "A small step against the gradient makes the loss fall. Here it rises, so the gradient or the step has the wrong sign.",
                        "Check the sign in your own loss, layer or optimizer: w -= rate * gradient.")
                .confidence(0.97);
        return Optional.of(
                optimizer
                        ? finding.fix(c.fix(
                                "adam() in place of the optimizer, at a swept rate",
                                q -> Changes.swept(q.with(q.trainer().optimizer(new Adam())), 1e-5)))
                        : finding);
    }
}
