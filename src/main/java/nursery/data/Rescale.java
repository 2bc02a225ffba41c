package nursery.data;

import java.util.List;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Moves and stretches every column: (x - offset) / scale, computed in float64 and rounded to the precision of the
 * features.
 *
 * @param description what it does, for summaries
 * @param offset what to subtract, in the shape of a row, or [channels, 1, 1] for images: one number for each channel
 * @param scale what to divide by, in the shape of the offset
 * @param notes what to know about the columns
 */
public record Rescale(String description, Tensor offset, Tensor scale, List<String> notes) implements Transform {

    /**
     * A change of every column.
     *
     * @throws IllegalArgumentException if offset and scale differ in shape
     */
    public Rescale {
        if (!offset.shape().equals(scale.shape())) {
            throw new IllegalArgumentException("expected a scale of shape " + offset.shape() + " as of the offset,"
                    + " received " + scale.shape() + "; give each offset one scale");
        }
    }

    @Override
    public Dataset apply(Dataset data) {
        if (!fits(data.rowShape())) {
            throw new IllegalArgumentException("expected rows of shape " + offset.shape() + " as in the training part,"
                    + " received " + data.rowShape() + "; use the same columns");
        }
        Tensor x = data.features();
        Tensor out = Tensor.zeros(x.shape(), x.precision());
        double[] offsets = forColumns(offset, x.columns());
        double[] scales = forColumns(scale, x.columns());
        double[] row = new double[x.columns()];
        for (int i = 0; i < x.rows(); i++) {
            x.rows(i, i + 1).copyTo(row);
            rescale(row, offsets, scales);
            out.rows(i, i + 1).assign(row);
        }
        return data.withFeatures(out);
    }

    /** One number for each column, of numbers that neighboring columns share. */
    private static double[] forColumns(Tensor shared, int columns) {
        double[] numbers = new double[columns];
        for (int j = 0; j < columns; j++) {
            numbers[j] = shared.get((int) ((long) j * shared.size() / columns));
        }
        return numbers;
    }

    private static void rescale(double[] row, double[] offsets, double[] scales) {
        for (int j = 0; j < row.length; j++) {
            row[j] = (row[j] - offsets[j]) / scales[j];
        }
    }

    private boolean fits(Shape row) {
        return row.equals(offset.shape())
                || (row.rank() == 3 && Shape.of(row.dim(0), 1, 1).equals(offset.shape()));
    }

    /** What it does, in words. */
    @Override
    public String toString() {
        return description;
    }
}
