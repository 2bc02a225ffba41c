package nursery.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import nursery.report.Numbers;

/** Whether a net can learn from the features as they are. */
final class FeatureChecks {
    private static final double LARGE = 10; // |x| in a table
    private static final double STD_LOW = 0.05;
    private static final double STD_HIGH = 3;
    private static final double STD_RATIO = 100; // between columns
    private static final double IMAGE_CENTER = 0.25; // deviations
    private static final double COLUMN_CENTER = 1;
    private static final int NAMED = 3;

    private FeatureChecks() {}

    static Check constant(FeatureStatistics features) {
        List<String> constant = features.constant();
        return Check.mild(
                "constant features",
                constant.isEmpty(),
                "features that differ from row to row",
                constant.isEmpty() ? "none constant" : names(constant) + " constant",
                features.image() ? "Single pixels may be constant in images." : "Every feature can tell rows apart.",
                "Drop what is constant: it tells nothing apart.");
    }

    static Check scale(FeatureStatistics features) {
        double low = features.smallestStd();
        double high = features.largestStd();
        boolean sane = features.image()
                ? low >= STD_LOW && high <= STD_HIGH
                : low >= STD_LOW && high <= STD_HIGH && high <= STD_RATIO * low && features.largest() <= LARGE;
        return Check.mild(
                "scale",
                sane,
                "deviations from 0.05 to 3" + (features.image() ? "" : ", numbers up to 10"),
                "deviations " + Numbers.format(low, 2) + " to " + Numbers.format(high, 2) + ", numbers up to "
                        + Numbers.format(features.largest(), 3),
                "The features are of one scale.",
                features.image()
                        ? "Read pixels as 0 to 1 and center them."
                        : "Normalize with data.standardize(): features of one scale let the loss fall evenly.");
    }

    static Check center(FeatureStatistics features) {
        List<String> off = features.offCenter(features.image() ? IMAGE_CENTER : COLUMN_CENTER);
        return Check.mild(
                "center",
                off.isEmpty(),
                "means near 0",
                off.isEmpty() ? "centered" : names(off) + " not centered",
                "The inputs have both signs, so the gradients of a neuron need not share one.",
                features.image()
                        ? "Subtract the training mean with data.center()."
                        : "Subtract the training means with data.center() or data.standardize().");
    }

    private static String names(List<String> columns) {
        String first = columns.stream().limit(NAMED).collect(Collectors.joining(", "));
        return columns.size() > NAMED ? first + " and " + (columns.size() - NAMED) + " more" : first;
    }
}
