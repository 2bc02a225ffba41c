package nursery.diagnosis;

import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.layers.Variable;
import nursery.report.Numbers;
import nursery.training.History;

/** With regularization the loss goes up, by exactly the penalty, λ1 Σ |W| + ½ λ2 Σ W². */
public record RegularizationStep() implements Step {
    private static final double LAMBDA = 1e-3; // for a net without a penalty of its own
    private static final double EXACT = 1e-6; // of the penalty

    @Override
    public Report run(Net net, Split data) {
        Net penalized = net.regularization().penalizes() ? net : net.l2(LAMBDA);
        Trainer oneStep = Trainer.sgd(1e-9).maxSteps(1);
        double without = firstCost(Probe.fit(oneStep, net.elasticNet(0, 0), data));
        double with = firstCost(Probe.fit(oneStep, penalized, data));
        double penalty = penalty(penalized);
        boolean exact = penalty > 0 && Math.abs(with - without - penalty) <= EXACT * penalty + 1e-12 * without;
        return Report.of(
                "Regularization",
                Check.of(
                        "regularization",
                        exact,
                        "with " + penalized.regularization() + " the loss goes up from " + Numbers.format(without, 6)
                                + " by " + Numbers.format(penalty, 6) + " to " + Numbers.format(without + penalty, 6),
                        Numbers.format(with, 6),
                        "The penalty is in the loss: now overfit a small sample without it.",
                        penalty == 0
                                ? "There are no weights to penalize: declare them with Parameters.weight(...) and do not initialize them all to 0."
                                : "The loss does not go up by the penalty: look at how the loss is put together."));
    }

    private static double firstCost(History history) {
        return history.stepCosts()[0];
    }

    private static double penalty(Net net) {
        double sum = 0;
        for (Variable v : net.init(Probe.SEED).variables()) {
            for (int i = 0; v.parameter().penalized() && i < v.value().size(); i++) {
                double w = v.value().get(i);
                sum += net.regularization().l1() * Math.abs(w) + 0.5 * net.l2() * w * w;
            }
        }
        return sum;
    }
}
