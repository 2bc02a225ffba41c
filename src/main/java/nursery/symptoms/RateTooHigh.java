package nursery.symptoms;

import static nursery.diagnosis.Mechanism.JUDGING;
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
import nursery.optimizers.ConstantRate;
import nursery.report.Numbers;

/**
 * The learning rate is too high without an explosion: a short training with a lower rate learns much faster, or ends
 * below where the whole training ended, or comes to a validation loss that the whole training never reached; or with a
 * lower rate the loss of the trained model falls at once to a fraction.
 *
 * @param ratio the update ratio from which on a lower rate is tried
 * @param faster how many times faster the lower rate must learn
 * @param settles to which share the loss must fall where the lower rate goes on from the trained model
 */
public record RateTooHigh(double ratio, double faster, double settles) implements Symptom {

    /** The usual thresholds. */
    public RateTooHigh() {
        this(0.005, 3, 0.4);
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
        double jump = curve.standsStill() ? Math.pow(10, Math.max(1, Math.round(Math.log10(found / 1e-2)))) : 10;
        Optional<Experiment> once = lower(c, jump);
        Optional<Experiment> tried = helps(once, c) ? once : (jump > 10 ? lower(c, 10) : settled(c)).or(() -> once);
        boolean helps = helps(tried, c);
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
                        tried.map(e -> evidence.and(learnsMore(e) || e.resumed() ? e.toString() : others(e, curve)))
                                .orElse(evidence),
                        "The steps are so large that the weights jump from side to side of the valley, or land where no gradient is left.",
                        "Lower the learning rate, a power of ten at a time.")
                .confidence(helps ? 0.95 : 0.7)
                .fix(Changes.sweptRate(c.program(), c.trainer().learningRate() / (100 * jump))));
    }

    private static Optional<Experiment> lower(Case c, double factor) {
        return c.experiment(
                "learning rate / " + Numbers.brief(factor),
                q -> q.with(q.trainer().learningRate(q.trainer().learningRate() / factor)));
    }

    /** Goes on from the trained model with a tenth of its last rate; where that only shook, it settles at once. */
    private static Optional<Experiment> settled(Case c) {
        if (c.history().epochs().isEmpty()) { // the training failed within the first
            return Optional.empty();
        }
        return c.resume(
                "learning rate / 10",
                q -> q.with(q.trainer()
                        .schedule(new ConstantRate())
                        .learningRate(c.history().lastEpoch().learningRate() / 10)));
    }

    private boolean helps(Optional<Experiment> tried, Case c) {
        boolean trusted = c.found().stream().noneMatch(f -> f.warns() && f.mechanism() == JUDGING);
        return tried.isPresent()
                && (learnsMore(tried.get())
                        || (trusted
                                && !tried.get().resumed()
                                && tried.get().validationLoss() < c.curve().lowestValidation()));
    }

    private boolean learnsMore(Experiment e) {
        return e.resumed() ? e.falls(settles) : e.helps(faster) || e.beatsTheEnd();
    }

    private static String others(Experiment e, Curve curve) {
        return e.what() + " comes to a validation loss of " + Numbers.brief(e.validationLoss()) + " in " + e.steps()
                + " steps; the lowest of the whole training was " + Numbers.brief(curve.lowestValidation());
    }
}
