package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.Clipping;

/**
 * Gradients are clipped so hard that the net hardly moves: without clipping a short training learns much faster.
 *
 * @param faster how many times faster it must learn without
 */
public record ClippedAway(double faster) implements Symptom {

    /** The usual thresholds. */
    public ClippedAway() {
        this(2);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (c.trainer().clipping().equals(Clipping.NONE)
                || c.explained()
                || c.curve().diverged()) {
            return Optional.empty();
        }
        double norm = c.gradientNorm();
        Clipping clipping = c.trainer().clipping();
        boolean bites = norm > 5 * clipping.norm() || clipping.value() < norm / 100;
        if (!bites) {
            return Optional.empty();
        }
        Optional<Experiment> tried =
                c.experiment("without clipping", q -> q.with(q.trainer().withoutClipping()));
        boolean helps = tried.isPresent() && tried.get().helps(faster);
        Evidence evidence = Evidence.of(
                clipping + " against a gradient of norm " + Numbers.format(norm, 3) + " before the first step",
                "gradient norm / clip norm",
                norm / clipping.norm(),
                1,
                "Deep Learning Tuning Playbook");
        return Optional.of(Finding.of(
                        "D64",
                        "clipping too hard",
                        RATE,
                        helps ? WARN : INFO,
                        tried.map(e -> evidence.and(e.toString())).orElse(evidence),
                        "Clipping is for rare outliers. When every step is clipped its length is the limit's, and the learning rate is in truth much smaller.",
                        "Clip at about the 90th percentile of the gradient's norm, or not at all.")
                .confidence(helps ? 0.9 : 0.5)
                .fix(c.fix("without clipping", q -> q.with(q.trainer().withoutClipping()))));
    }
}
