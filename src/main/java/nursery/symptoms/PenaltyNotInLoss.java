package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.losses.Regularization;
import nursery.report.Numbers;
import nursery.training.History;

/**
 * The net has a penalty, and the cost of the first step does not contain it (CS231n: the loss goes up with the
 * regularization).
 */
public record PenaltyNotInLoss() implements Symptom {

    @Override
    public Optional<Finding> look(Case c) {
        Regularization r = c.net().regularization();
        History h = c.history();
        if (!r.penalizes() || h.steps() == 0 || !Double.isFinite(h.stepCosts()[0])) {
            return Optional.empty();
        }
        double expected = c.initial().variables().stream()
                .filter(v -> v.parameter().penalized())
                .mapToDouble(v -> r.penalty(v.value()))
                .sum();
        double paid = h.stepCosts()[0] - h.stepLosses()[0];
        if (!(expected > 0) || paid > 1e-6 * expected) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D24",
                        "penalty not in the loss",
                        WIRING,
                        WARN,
                        Evidence.of(
                                        r + " on the initial weights is " + Numbers.brief(expected)
                                                + ", and the first step paid " + Numbers.brief(paid),
                                        "penalty paid / penalty",
                                        paid / expected,
                                        1,
                                        "CS231n")
                                .from(1),
                        "The penalty is written down, but no gradient comes from it: the net is trained as if there were none.",
                        "Let the penalty count: check penaltyFactor(...) and your own loss; Checklist.regularization(net, data) shows what is paid.")
                .confidence(0.97)
                .fix(c.fix("all penalty factors 1", q -> q.with(q.trainer().withoutPenaltyFactors()))));
    }
}
