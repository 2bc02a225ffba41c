package nursery.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** A column of numbers; NaN where there is none. As features it is itself, as the label a number to predict. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TableNumbers(String name, double[] values) implements TableColumn {

    @Override
    public boolean missing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public Optional<String> unusable() {
        return Arrays.stream(values).allMatch(Double::isNaN) ? Optional.of("it is empty") : Optional.empty();
    }

    @Override
    public double[][] features(int[] rows) {
        return new double[][] {Arrays.stream(rows).mapToDouble(this::finite).toArray()};
    }

    private double finite(int row) {
        if (Double.isInfinite(values[row])) {
            throw new IllegalArgumentException("expected finite numbers in column '" + name + "', received "
                    + values[row] + " in row " + row + "; remove the row or replace the number");
        }
        return values[row];
    }

    @Override
    public List<String> featureNames(int[] rows) {
        return List.of(name);
    }

    @Override
    public Targets targets(int[] rows) {
        return new NumberTargets(Tensor.of(features(rows)[0], Shape.of(rows.length, 1)));
    }
}
