package nursery.data;

import java.util.ArrayList;
import java.util.List;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;

/**
 * Brings every column of the training part to 0 to 1: (x - min) / (max - min). Rows of other parts may lie outside; they
 * are not clipped. A constant column is divided by 1, so that it becomes 0.
 */
public record MinMax() implements Preprocessor {
    @Override
    public Transform fit(Dataset train) {
        Columns columns = Columns.of(train.features());
        Tensor scale = Tensor.zeros(columns.min().shape(), Precision.FLOAT64);
        List<String> constant = new ArrayList<>();
        for (int j = 0; j < scale.size(); j++) {
            double width = columns.max().get(j) - columns.min().get(j);
            scale.set(j, width == 0 ? 1 : width);
            if (width == 0) {
                constant.add(ColumnNames.name(train, j));
            }
        }
        return new Rescale(
                "min-max: from 0, the smallest value in the training part, to 1, the largest",
                columns.min(),
                scale,
                ColumnNames.constantNote(constant, scale.size()));
    }
}
