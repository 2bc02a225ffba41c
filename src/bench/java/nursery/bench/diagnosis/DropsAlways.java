package nursery.bench.diagnosis;

import nursery.layers.Layer;
import nursery.layers.Pass;
import nursery.tensor.Mask;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Dropout that also drops in evaluation.
 *
 * @param rate the probability of dropping a number
 */
record DropsAlways(double rate) implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return x.times(pass.save("mask", Mask.inverted(x, pass.random().nextLong(), rate)));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return dy.times(pass.saved("mask"));
    }

    @Override
    public String toString() {
        return "dropout(" + rate + ")";
    }
}
