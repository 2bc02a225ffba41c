package nursery.data;

import nursery.tensor.Tensor;

/** What holds for the features and targets of every dataset. */
final class Checks {
    private Checks() {}

    /** There are rows and columns, one target per row, and no number is NaN or infinite. */
    static void requireRows(Tensor features, int targets, String what) {
        if (features.shape().rank() < 2 || features.size() == 0) {
            throw new IllegalArgumentException(
                    "expected features of shape [rows, columns] with at least one row and one column, received "
                            + features.shape() + "; add rows");
        }
        if (features.rows() != targets) {
            throw new IllegalArgumentException("expected as many " + what + " as rows, received " + targets + " " + what
                    + " for " + features.rows() + " rows; give one per row");
        }
        requireFinite(features, "column");
    }

    /** No number is NaN or infinite; {@code column} is what messages call a place in a row. */
    static void requireFinite(Tensor values, String column) {
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i))) {
                int n = values.columns();
                throw new IllegalArgumentException("expected finite numbers, received " + values.get(i) + " in row "
                        + i / n + ", " + column + " " + i % n + "; remove the row or replace the number");
            }
        }
    }
}
