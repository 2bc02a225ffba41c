package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Curve;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The learning rate is too high without an explosion: a short training with a lower rate gets below what the
 * training reached, or there much faster.
 *
 * @param ratio the update ratio from which on a lower rate is tried
 * @param faster how many times faster the lower rate must learn
 */
public record RateTooHigh(double ratio, double faster) implements Symptom {

    /** The usual thresholds. */
    public RateTooHigh() {
        this(0.005, 3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Curve curve = c.curve();
        double first = curve.firstUpdateRatio();
        double found = Math.max(first, curve.updateRatio());
        if (c.explained() || curve.diverged() || !(found > ratio)) {
            return Optional.empty();
        }
        boolean stuck = curve.standsStill() || c.plateau();
        if (!stuck && found < 10 * ratio) {
            return Optional.empty();
        }
        double factor = Math.pow(10, Math.max(1, Math.round(Math.log10(found / 1e-2))));
        double rate = c.trainer().learningRate() / factor;
        Optional<Experiment> tried = c.experiment(
                "learning rate / " + Numbers.brief(factor),
                q -> q.with(q.trainer().learningRate(rate)));
        boolean helps = tried.isPresent() && tried.get().helps(faster);
        boolean extreme = found > 0.3 && curve.standsStill();
        if (!helps && !extreme) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of(
                "updates are " + Numbers.format(found, 2) + " of the weights with learning rate "
                        + Numbers.brief(c.trainer().learningRate()),
                "update ratio",
                found,
                1e-3,
                "CS231n");
        return Optional.of(Finding.of(
                        "D33",
                        "learning rate too high",
                        RATE,
                        curve.standsStill() ? CRITICAL : WARN,
                        tried.map(e -> evidence.and(e.toString())).orElse(evidence),
                        "The steps are so large that the weights jump from side to side of the valley, or land where no gradient is left.",
                        "Lower the learning rate, a power of ten at a time.")
                .confidence(helps ? 0.95 : 0.7)
                .fix(Changes.sweptRate(c.program(), rate / 100)));
    }
}
