package nursery.data;

import nursery.tensor.Tensor;

/**
 * The smallest, the largest and the mean number of a dataset's features.
 *
 * @param min the smallest, NaN when there are no numbers
 * @param max the largest, NaN when there are no numbers
 * @param mean the mean, NaN when there are no numbers
 */
public record FeatureRange(double min, double max, double mean) {

    static FeatureRange of(Tensor values) {
        if (values.size() == 0) {
            return new FeatureRange(Double.NaN, Double.NaN, Double.NaN);
        }
        double min = values.get(0);
        double max = min;
        for (int i = 1; i < values.size(); i++) {
            double x = values.get(i);
            min = Math.min(min, x);
            max = Math.max(max, x);
        }
        return new FeatureRange(min, max, values.mean());
    }

    /** The three numbers in four significant digits: {@code min 0, max 1, mean 0.1306}. */
    @Override
    public String toString() {
        return "min " + Text.number(min) + ", max " + Text.number(max) + ", mean " + Text.number(mean);
    }
}
