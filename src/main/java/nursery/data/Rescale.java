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

    @Override
    public Dataset apply(Dataset data) {
        if (!fits(data.rowShape())) {
            throw new IllegalArgumentException("expected rows of shape " + offset.shape() + " as in the training part,"
                    + " received " + data.rowShape() + "; use the same columns");
        }
        Tensor x = data.features();
        Tensor out = Tensor.zeros(x.shape(), x.precision());
        double[] offsets = offset.toDoubles();
        double[] scales = scale.toDoubles();
        int each = x.columns() / offsets.length; // columns that share an offset
        for (int i = 0, at = 0; i < data.rows(); i++) {
            for (int j = 0; j < offsets.length; j++) {
                for (int k = 0; k < each; k++, at++) {
                    out.set(at, (x.get(at) - offsets[j]) / scales[j]);
                }
            }
        }
        return data.withFeatures(out);
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
