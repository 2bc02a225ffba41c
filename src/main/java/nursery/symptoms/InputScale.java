package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.FeatureStatistics;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The features are far from mean 0 and deviation 1, or of very different scales. Images count as one column, since
 * single pixels may differ as they like. A remark, unless the training did badly and a short training on
 * standardized features learns much faster.
 *
 * @param largest the largest |x| of a table that is fine
 * @param high the largest deviation that is fine
 * @param low the smallest
 * @param ratio the largest ratio of two columns' deviations that is fine
 * @param faster how many times faster standardized features must learn
 */
public record InputScale(double largest, double high, double low, double ratio, double faster) implements Symptom {

    /** The usual thresholds. */
    public InputScale() {
        this(10, 3, 0.05, 100, 3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        FeatureStatistics f = FeatureStatistics.of(c.probe());
        double max = f.largest();
        double most = f.largestStd();
        double least = f.smallestStd();
        boolean standardized = most < 1.5 && least > 0.5; // single numbers of rare columns may be large then
        boolean large = most > high || (!f.image() && !standardized && (max > largest || most > ratio * least));
        boolean small = most < low;
        if (!(large || small) || !Double.isFinite(most)) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of(
                "deviations from " + Numbers.format(least, 2) + " to " + Numbers.format(most, 2) + ", numbers up to "
                        + Numbers.format(max, 2),
                "deviation",
                most,
                large ? high : low,
                "CS231n");
        Finding finding = Finding.of(
                        small ? "D03" : "D02",
                        small ? "inputs too small" : "inputs not scaled",
                        DATA,
                        INFO,
                        evidence,
                        "A weight's gradient is as large as its input, so that no learning rate suits large and small features at once. Large inputs also throw the first steps off.",
                        "Standardize the features with the training statistics, data.standardize(), for images data.center() after dividing by 255.")
                .fix(c.fix("standardized features", q -> q.with(q.data().standardize())));
        if (c.explained() || c.penaltyOutweighs()) {
            return Optional.of(finding);
        }
        boolean extreme = most > 10 * high || (f.columns() > 1 && most > 10 * ratio * least);
        Optional<Experiment> tried =
                c.experiment("standardized features", q -> q.with(q.data().standardize()));
        boolean helps = tried.isPresent() && tried.get().helps(faster);
        boolean lost = c.curve().diverged() || c.curve().standsStill();
        if (helps || (extreme && !c.learnedWell())) {
            Evidence shown = tried.isPresent() ? evidence.and(tried.get().toString()) : evidence;
            return Optional.of(new Finding(
                    finding.id(),
                    finding.name(),
                    DATA,
                    lost ? CRITICAL : WARN,
                    helps ? 0.95 : 0.8,
                    shown,
                    finding.explanation(),
                    finding.advice(),
                    finding.fix()));
        }
        return Optional.of(finding);
    }
}
