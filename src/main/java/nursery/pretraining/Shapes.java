package nursery.pretraining;

import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/** What a layer of units that are 0 or 1 can take. */
final class Shapes {
    private Shapes() {}

    /** Requires weights [m, n] between layers with biases [m] and [n], all in one precision. */
    static void requireWeights(String what, Tensor w, Tensor below, Tensor above) {
        boolean fits = w.shape().rank() == 2
                && below.shape().equals(Shape.of(w.rows()))
                && above.shape().equals(Shape.of(w.columns()));
        if (!fits) {
            throw new ShapeException(what + ": expected weights [m, n] and biases [m] and [n], received " + w.shape()
                    + ", " + below.shape() + " and " + above.shape());
        }
        if (w.precision() != below.precision() || w.precision() != above.precision()) {
            throw new IllegalArgumentException(what + ": expected weights and biases in one precision, received "
                    + w.precision() + ", " + below.precision() + " and " + above.precision()
                    + "; convert with to(Precision)");
        }
    }

    /** {@code x} as [rows, units] in the given precision, all numbers from 0 to 1. */
    static Tensor unitRows(String layer, Tensor x, int units, Precision precision) {
        if (x.columns() != units) {
            throw new ShapeException(
                    "expected rows of " + units + " numbers for the " + layer + " units, received rows of "
                            + x.columns() + " " + x.shape().row());
        }
        for (int i = 0; i < x.size(); i++) {
            double number = x.get(i);
            if (!(number >= 0 && number <= 1)) {
                throw new IllegalArgumentException("expected numbers from 0 to 1 for the " + layer
                        + " units, received " + number + " in row " + i / units
                        + "; pixels are so as read, without center() or standardize()");
            }
        }
        Tensor converted = x.precision() == precision ? x : x.to(precision);
        return converted.reshape(Shape.of(x.rows(), units));
    }
}
