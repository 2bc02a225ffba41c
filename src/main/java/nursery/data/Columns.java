package nursery.data;

import nursery.tensor.Tensor;

/**
 * Statistics of every column of [rows, row...], in float64 and in the shape of a row.
 *
 * @param mean the mean; exactly the value of a constant column
 * @param std the standard deviation, sqrt(Σ (x - mean)² / rows); exactly 0 in a constant column
 * @param min the smallest value
 * @param max the largest value
 */
record Columns(Tensor mean, Tensor std, Tensor min, Tensor max) {

    static Columns of(Tensor x) {
        int rows = x.rows();
        int n = x.columns();
        double[] mean = new double[n];
        double[] min = new double[n];
        double[] max = new double[n];
        for (int j = 0; j < n; j++) {
            min[j] = max[j] = x.get(0, j);
        }
        for (int i = 0, at = 0; i < rows; i++) {
            for (int j = 0; j < n; j++, at++) {
                double value = x.get(at);
                mean[j] += value;
                min[j] = Math.min(min[j], value);
                max[j] = Math.max(max[j], value);
            }
        }
        for (int j = 0; j < n; j++) {
            mean[j] = min[j] == max[j] ? min[j] : mean[j] / rows;
        }
        double[] std = new double[n];
        for (int i = 0, at = 0; i < rows; i++) {
            for (int j = 0; j < n; j++, at++) {
                double distance = x.get(at) - mean[j];
                std[j] += distance * distance;
            }
        }
        for (int j = 0; j < n; j++) {
            std[j] = Math.sqrt(std[j] / rows);
        }
        var shape = x.shape().row();
        return new Columns(Tensor.of(mean, shape), Tensor.of(std, shape), Tensor.of(min, shape), Tensor.of(max, shape));
    }

    /** The largest |x - mean| of column {@code j}. */
    double farthest(int j) {
        return Math.max(max.get(j) - mean.get(j), mean.get(j) - min.get(j));
    }
}
