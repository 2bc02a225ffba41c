package nursery.data;

import java.util.ArrayList;
import java.util.List;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;

/**
 * Subtracts the mean of every column and divides by its standard deviation: (x - mean) / std with std² = Σ (x - mean)² /
 * rows. A constant column is divided by 1.
 */
public record Standardize() implements Preprocessor {
    /** A column is nearly constant when a value lies this many deviations out: one odd row in 400, or rarer. */
    private static final double FAR = 20;

    @Override
    public Transform fit(Dataset train) {
        Columns columns = Columns.of(train.features());
        Tensor scale = Tensor.zeros(columns.std().shape(), Precision.FLOAT64);
        List<String> constant = new ArrayList<>();
        List<String> nearly = new ArrayList<>();
        for (int j = 0; j < scale.size(); j++) {
            double std = columns.std().get(j);
            scale.set(j, std == 0 ? 1 : std);
            if (std == 0) {
                constant.add(ColumnNames.name(train, j));
            } else if (columns.farthest(j) > FAR * std) {
                nearly.add(ColumnNames.name(train, j));
            }
        }
        List<String> notes = new ArrayList<>(ColumnNames.constantNote(constant, scale.size()));
        if (!nearly.isEmpty()) {
            notes.add(ColumnNames.list(nearly, scale.size())
                    + " nearly constant in the training part (values more than 20 standard deviations out), which"
                    + " standardize() blows up; consider center()");
        }
        return new Rescale(
                "standardized: mean of the training part subtracted, divided by its standard deviation",
                columns.mean(),
                scale,
                List.copyOf(notes));
    }
}
