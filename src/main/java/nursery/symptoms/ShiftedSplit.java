package nursery.symptoms;

import static nursery.diagnosis.Mechanism.JUDGING;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.FeatureStatistics;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.Epoch;

/**
 * Validation rows are distributed unlike training rows: another transformation was applied to them, or they come
 * from elsewhere. A warning where the net also does worse on them.
 *
 * @param shift how many deviations two means of a column may differ
 * @param share of the columns that may differ more
 * @param stretch the largest ratio of the deviations of all features together
 */
public record ShiftedSplit(double shift, double share, double stretch) implements Symptom {

    /** The usual thresholds. */
    public ShiftedSplit() {
        this(0.25, 0.2, 2);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Dataset train = c.probe();
        Dataset validation = Changes.sample(c.data().validation());
        if (validation.rows() < 20) {
            return Optional.empty();
        }
        FeatureStatistics a = FeatureStatistics.of(train);
        FeatureStatistics b = FeatureStatistics.of(validation);
        long shifted = IntStream.range(0, a.columns())
                .filter(i -> Math.abs(a.mean(i) - b.mean(i))
                        > (shift + 3 / Math.sqrt(validation.rows())) * Math.max(a.std(i), 1e-12))
                .count();
        double ratio = deviation(b) / deviation(a);
        boolean stretched = ratio > stretch || ratio < 1 / stretch;
        double off = stretched ? 1 : (double) shifted / a.columns();
        if (!(off > share)) {
            return Optional.empty();
        }
        boolean worse = !c.history().epochs().isEmpty() && worse(c.history().lastEpoch());
        return Optional.of(Finding.of(
                        "D05",
                        "validation rows from another distribution",
                        JUDGING,
                        worse ? WARN : INFO,
                        Evidence.of(
                                Numbers.format(100 * off, 3)
                                        + " % of the columns have another mean or deviation in the validation rows",
                                "share of shifted columns",
                                off,
                                share,
                                "CS231n"),
                        "The net is judged on numbers unlike those that it learned from. Usually a preprocessing step was applied to one part only, or with statistics of its own.",
                        "Split first, then transform all parts with the statistics of the training rows, as data.standardize() does.")
                .confidence(0.9));
    }

    /** The root mean square of the columns' deviations. */
    private static double deviation(FeatureStatistics f) {
        return Math.sqrt(IntStream.range(0, f.columns())
                .mapToDouble(i -> f.std(i) * f.std(i))
                .average()
                .orElse(0));
    }

    private static boolean worse(Epoch last) {
        return last.validationLoss() > 1.3 * last.trainLoss() || !Double.isFinite(last.validationLoss());
    }
}
