package nursery.data;

import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Numbers to predict for every row: [rows, k]. */
record NumberTargets(Tensor values) implements Targets {

    @Override
    public int rows() {
        return values.rows();
    }

    @Override
    public NumberTargets rows(int[] indices) {
        Tensor chosen = Tensor.zeros(Shape.of(indices.length, values.columns()), values.precision());
        chosen.gatherRows(values, indices, 0, indices.length);
        return new NumberTargets(chosen);
    }

    @Override
    public NumberTargets slice(int from, int to) {
        return new NumberTargets(values.rows(from, to));
    }

    @Override
    public Tensor encode(int outputs, Precision precision) {
        if (outputs != values.columns()) {
            throw new IllegalArgumentException("expected " + values.columns()
                    + (values.columns() == 1
                            ? " output for one number"
                            : " outputs for " + values.columns() + " numbers")
                    + " per row, received " + outputs + "; end the net in dense(" + values.columns() + ")");
        }
        return values.precision() == precision ? values : values.to(precision);
    }

    @Override
    public int group(int row) {
        return 0;
    }

    @Override
    public int groups() {
        return 1;
    }

    @Override
    public boolean matches(Targets other) {
        return other instanceof NumberTargets numbers && numbers.values.columns() == values.columns();
    }

    @Override
    public String kind() {
        return values.columns() == 1 ? "a number to predict" : values.columns() + " numbers to predict";
    }

    @Override
    public String details() {
        return "targets: " + FeatureRange.of(values);
    }
}
