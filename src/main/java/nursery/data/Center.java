package nursery.data;

import java.util.List;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;

/** Subtracts the mean of every column: x - mean. What the lecture does to images. */
public record Center() implements Preprocessor {
    @Override
    public Transform fit(Dataset train) {
        Columns columns = Columns.of(train.features());
        Tensor one = Tensor.zeros(columns.mean().shape(), Precision.FLOAT64);
        one.fill(1);
        return new Rescale("centered: mean of the training part subtracted", columns.mean(), one, List.of());
    }
}
