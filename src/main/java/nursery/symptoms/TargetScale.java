package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.tensor.Tensor;

/**
 * The numbers to predict are far from deviation 1. A remark, unless a short training on standardized targets
 * learns much faster.
 *
 * @param high the largest deviation that is fine
 * @param offCenter the largest mean that is fine, in deviations
 * @param faster how many times faster standardized targets must learn
 */
public record TargetScale(double high, double offCenter, double faster) implements Symptom {

    /** The usual thresholds. */
    public TargetScale() {
        this(10, 10, 3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Dataset train = c.data().train();
        if (train.classification()) {
            return Optional.empty();
        }
        Tensor t = train.targets();
        double mean = t.mean();
        double std = t.std();
        if (!(std > high || Math.abs(mean) > offCenter * std) || c.explained()) {
            return Optional.empty();
        }
        Optional<Experiment> tried = c.experiment("standardized targets", Changes::standardizedTargets);
        boolean helps = tried.isPresent() && tried.get().helps(faster);
        Evidence evidence = Evidence.of(
                "the numbers to predict have mean " + Numbers.format(mean, 3) + " and deviation "
                        + Numbers.format(std, 3),
                "deviation of the targets",
                std,
                high,
                "CS231n");
        return Optional.of(Finding.of(
                        "D10",
                        "targets not scaled",
                        DATA,
                        helps ? WARN : INFO,
                        tried.map(e -> evidence.and(e.toString())).orElse(evidence),
                        "The output layer starts near 0 and has to grow to the size of the targets first, and the squared error makes gradients as large as the targets are.",
                        "Standardize the numbers to predict, and scale the predictions back.")
                .confidence(helps ? 0.95 : 0.5)
                .fix(c.fix("standardized targets", Changes::standardizedTargets)));
    }
}
