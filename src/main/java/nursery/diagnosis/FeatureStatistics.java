package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.tensor.Tensor;

/** Mean and deviation of each column of the features. Images are one column: constant or very different pixels are normal there. */
public final class FeatureStatistics {
    private final boolean image;
    private final List<String> names;
    private final double[] means;
    private final double[] stds;
    private final double largest;

    private FeatureStatistics(boolean image, List<String> names, double[] means, double[] stds, double largest) {
        this.image = image;
        this.names = names;
        this.means = means;
        this.stds = stds;
        this.largest = largest;
    }

    /** Measures all rows. */
    public static FeatureStatistics of(Dataset data) {
        boolean image = data.rowShape().rank() > 1;
        Tensor x = data.features();
        int columns = image ? 1 : x.columns();
        int perColumn = x.size() / columns;
        double[] means = new double[columns];
        double[] stds = new double[columns];
        double largest = 0;
        for (int i = 0; i < x.size(); i++) {
            means[i % columns] += x.get(i) / perColumn;
            largest = Math.max(largest, Math.abs(x.get(i)));
        }
        for (int i = 0; i < x.size(); i++) {
            double off = x.get(i) - means[i % columns];
            stds[i % columns] += off * off / perColumn;
        }
        return new FeatureStatistics(
                image,
                data.featureNames(),
                means,
                Arrays.stream(stds).map(Math::sqrt).toArray(),
                largest);
    }

    /** Whether the rows are images, and so count as one column. */
    public boolean image() {
        return image;
    }

    /** The largest |x|. */
    public double largest() {
        return largest;
    }

    /** The columns whose numbers are all the same, to rounding. */
    public List<String> constant() {
        return IntStream.range(0, stds.length)
                .filter(this::isConstant)
                .mapToObj(this::name)
                .toList();
    }

    /** The columns whose mean is further than {@code deviations} from 0. */
    public List<String> offCenter(double deviations) {
        return IntStream.range(0, stds.length)
                .filter(i -> !isConstant(i) && Math.abs(means[i]) > deviations * stds[i])
                .mapToObj(this::name)
                .toList();
    }

    /** The smallest deviation of a column that is not constant. */
    public double smallestStd() {
        return IntStream.range(0, stds.length)
                .filter(i -> !isConstant(i))
                .mapToDouble(i -> stds[i])
                .min()
                .orElse(0);
    }

    /** The largest deviation of a column. */
    public double largestStd() {
        return Arrays.stream(stds).max().orElse(0);
    }

    /** The number of columns. */
    public int columns() {
        return stds.length;
    }

    private boolean isConstant(int i) {
        return stds[i] <= 1e-6 * Math.max(Math.abs(means[i]), 1e-30);
    }

    private String name(int i) {
        if (image) {
            return "the image";
        }
        return names.isEmpty() ? "column " + i : names.get(i);
    }

    /** The mean of column {@code i}. */
    public double mean(int i) {
        return means[i];
    }

    /** The deviation of column {@code i}. */
    public double std(int i) {
        return stds[i];
    }
}
