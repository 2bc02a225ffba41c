package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
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
 * The learning rate is too low: the loss hardly moves, or still falls at the end, and a short training with a
 * higher rate learns much faster.
 *
 * @param ratio the update ratio below which a higher rate is tried
 * @param improving how far the loss still falls at the end
 * @param faster how many times faster the higher rate must learn
 */
public record RateTooLow(double ratio, double improving, double faster) implements Symptom {

    /** The usual thresholds. */
    public RateTooLow() {
        this(0.003, 0.01, 6);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Curve curve = c.curve();
        double found = Math.max(curve.updateRatio(), curve.firstUpdateRatio()); // 0 later on where units died
        if (c.explained()
                || c.found().stream().anyMatch(f -> f.warns() && f.mechanism() == RATE)
                || curve.diverged()
                || !(found < ratio)) {
            return Optional.empty();
        }
        boolean slow = curve.standsStill() || (curve.improving() > improving && !c.learnedWell());
        if (!slow) {
            return Optional.empty();
        }
        double decades = Math.log10(5e-3 / Math.max(found, 1e-12));
        double whole = curve.standsStill() ? Math.rint(decades) : Math.floor(decades); // bold where nothing was learned
        double factor = Math.pow(10, Math.min(5, Math.max(1, whole)));
        Optional<Experiment> once = higher(c, factor);
        boolean farther = curve.standsStill()
                && once.isPresent()
                && once.get().end() < once.get().before();
        Optional<Experiment> tried =
                farther && !once.get().helps(faster) ? higher(c, 100 * factor).or(() -> once) : once;
        boolean helps = tried.isPresent() && tried.get().helps(faster);
        boolean worse = tried.isPresent() && !(tried.get().end() < tried.get().before());
        boolean frozen = found < (tried.isPresent() ? 3e-5 : 3e-4) && curve.standsStill() && !worse;
        if (!helps && !frozen) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of(
                "the loss went from " + Numbers.brief(curve.start()) + " to " + Numbers.brief(curve.end()) + " in "
                        + c.history().steps() + " steps; updates are " + Numbers.format(found, 2)
                        + " of the weights, learning rate "
                        + Numbers.brief(c.trainer().learningRate()),
                "update ratio",
                found,
                1e-3,
                "CS231n");
        return Optional.of(Finding.of(
                        "D34",
                        "learning rate too low",
                        RATE,
                        WARN,
                        tried.map(e -> evidence.and(e.toString())).orElse(evidence),
                        "The steps are so small that the weights stay near where they were drawn.",
                        "The loss is not going down: raise the learning rate, a power of ten at a time.")
                .confidence(helps ? 0.95 : 0.7)
                .fix(Changes.sweptRate(c.program(), c.trainer().learningRate())));
    }

    private static Optional<Experiment> higher(Case c, double factor) {
        return c.experiment(
                "learning rate x " + Numbers.brief(factor),
                q -> q.with(q.trainer().learningRate(q.trainer().learningRate() * factor)));
    }
}
