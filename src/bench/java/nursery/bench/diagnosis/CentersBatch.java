package nursery.bench.diagnosis;

import nursery.layers.Layer;
import nursery.layers.Pass;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** x minus the mean of the batch, whatever the mode: what a row comes to depends on the other rows. */
record CentersBatch() implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return x.minus(x.sumRows().times(1.0 / x.rows()));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return dy.minus(dy.sumRows().times(1.0 / dy.rows()));
    }

    @Override
    public String toString() {
        return "center()";
    }
}
