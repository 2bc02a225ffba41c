package nursery.data;

import java.util.List;
import nursery.tensor.Tensor;

/**
 * Moves and stretches every column: (x - mean) / scale, computed in float64 and rounded to the precision of the features.
 *
 * @param description what it does, for summaries
 * @param mean what to subtract, in the shape of a row
 * @param scale what to divide by, in the shape of a row
 * @param notes what to know about the columns
 */
public record Rescale(String description, Tensor mean, Tensor scale, List<String> notes) implements Transform {

    @Override
    public Dataset apply(Dataset data) {
        if (!data.rowShape().equals(mean.shape())) {
            throw new IllegalArgumentException("expected rows of shape " + mean.shape() + " as in the training part,"
                    + " received " + data.rowShape() + "; use the same columns");
        }
        Tensor x = data.features();
        Tensor out = Tensor.zeros(x.shape(), x.precision());
        double[] means = mean.toDoubles();
        double[] scales = scale.toDoubles();
        for (int i = 0, at = 0; i < data.rows(); i++) {
            for (int j = 0; j < means.length; j++, at++) {
                out.set(at, (x.get(at) - means[j]) / scales[j]);
            }
        }
        return data.withFeatures(out);
    }

    /** What it does, in words. */
    @Override
    public String toString() {
        return description;
    }
}
