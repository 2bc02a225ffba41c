package nursery.training;

import nursery.Predictor;
import nursery.data.Dataset;
import nursery.tensor.Tensor;

/**
 * The class that a net's outputs decide for: that of the largest output, the first of equals. A single output decides
 * between two classes, for class 1 where it is above one half.
 */
public final class Decision {
    private Decision() {}

    /** The class that one row of outputs y, [rows, outputs], decides for; -1 where an output is NaN. */
    public static int of(Tensor y, int row) {
        int n = y.columns();
        for (int j = 0; j < n; j++) {
            if (Double.isNaN(y.get(row * n + j))) {
                return -1;
            }
        }
        return n == 1 ? (y.get(row) > 0.5 ? 1 : 0) : y.argmax(row);
    }

    /** How many classes one row of outputs puts before a class, 0 where it decides for it; all where an output is NaN. */
    static int rank(Tensor y, int row, int label) {
        int decided = of(y, row);
        if (decided == -1) {
            return Integer.MAX_VALUE;
        }
        if (y.columns() == 1) {
            return decided == label ? 0 : 1;
        }
        int before = 0;
        double own = y.get(row, label);
        for (int j = 0; j < y.columns(); j++) {
            double other = y.get(row, j);
            before += other > own || (other == own && j < label) ? 1 : 0;
        }
        return before;
    }

    /**
     * Expects rows with the classes that the model has outputs for.
     *
     * @throws IllegalArgumentException if there are no rows, or numbers to predict, or other classes
     */
    public static void requireClasses(Predictor model, Dataset data) {
        if (!data.classification()) {
            throw new IllegalArgumentException(
                    "expected rows with classes, received rows with numbers to predict; ask for loss(data)");
        }
        if (data.rows() == 0) {
            throw new IllegalArgumentException(
                    "expected rows to evaluate, received none; give this part a share in split(...)");
        }
        data.take(1).encode(model.net().outputShape().size());
    }
}
