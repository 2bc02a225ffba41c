package nursery.symptoms;

import static nursery.diagnosis.Mechanism.REGULARIZATION;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import java.util.stream.IntStream;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.losses.Regularization;
import nursery.report.Numbers;
import nursery.training.History;

/**
 * The penalty overwhelms the data: without it a short training learns much faster, or training goes on at once.
 *
 * @param share the penalty over the cost at the end, from which on it is tried without
 * @param fitted the training loss over that of a net that ignores its inputs, below which the net has learned enough
 * @param faster how many times faster it must learn without
 * @param resumed how far the loss must fall when training goes on without, as a share
 */
public record TooMuchPenalty(double share, double fitted, double faster, double resumed) implements Symptom {

    /** The usual thresholds. */
    public TooMuchPenalty() {
        this(0.2, 0.1, 2, 0.7);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Regularization r = c.net().regularization();
        History h = c.history();
        if (!r.penalizes() || c.explained() || h.steps() < 20) {
            return Optional.empty();
        }
        double[] costs = h.stepCosts();
        double[] losses = h.stepLosses();
        double first = (costs[0] - losses[0]) / costs[0];
        double most = IntStream.range(0, costs.length)
                .mapToDouble(i -> (costs[i] - losses[i]) / costs[i])
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        boolean unlearned =
                c.curve().diverged() || c.curve().end() > fitted * c.curve().constant();
        if (!(most > share) || !unlearned) {
            return Optional.empty();
        }
        boolean outweighs = c.penaltyOutweighs();
        Optional<Experiment> on = c.curve().diverged()
                ? Optional.empty()
                : c.resume("without a penalty", q -> q.with(q.net().l1(0).l2(0)));
        boolean rises = on.isPresent() && on.get().end() < resumed * on.get().before();
        Optional<Experiment> tried = rises
                ? Optional.empty()
                : c.experiment("without a penalty", q -> q.with(q.net().l1(0).l2(0)));
        boolean helps = rises || outweighs || (tried.isPresent() && tried.get().helps(faster));
        boolean better = c.gap() < 0.1; // with a large gap the penalty has its reason
        Evidence evidence = Evidence.of(
                "the penalty of " + r + " was " + Numbers.format(100 * first, 3) + " % of the cost at first and up to "
                        + Numbers.format(100 * most, 3) + " % later",
                "penalty / cost",
                most,
                share,
                "TheDeepChecker");
        String more = (rises ? on : tried).map(Experiment::toString).orElse("no steps left to try without it");
        return Optional.of(Finding.of(
                        c.curve().standsStill() ? "D48" : "D49",
                        "too much regularization",
                        REGULARIZATION,
                        helps && better ? WARN : INFO,
                        evidence.and(more),
                        "Small weights are cheaper for this net than right answers: the penalty's gradient is larger than that of the data.",
                        "Divide the strength of the penalty by 10, and again until the validation loss stops falling.")
                .confidence(helps ? 0.9 : 0.5)
                .fix(c.fix(
                        "a penalty of a thousandth",
                        q -> q.with(q.net()
                                .l1(q.net().regularization().l1() / 1000)
                                .l2(q.net().regularization().l2() / 1000)))));
    }
}
