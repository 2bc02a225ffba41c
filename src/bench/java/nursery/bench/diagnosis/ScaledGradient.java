package nursery.bench.diagnosis;

import nursery.layers.Layer;
import nursery.layers.Parameters;
import nursery.layers.Pass;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * A layer with weights and biases whose backward pass is wrong by a factor; -1 turns its gradients and those of the layers
 * before it around.
 *
 * @param inner the layer
 * @param factor what its gradients are multiplied by
 */
record ScaledGradient(Layer inner, double factor) implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        return inner.outputShape(in);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        Shifted.declare(inner, in, p, 0);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return inner.forward(x, pass);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return inner.backward(dy.times(factor), pass);
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
