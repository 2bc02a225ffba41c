package nursery.bench.diagnosis;

import nursery.initializers.Constant;
import nursery.initializers.He;
import nursery.layers.Layer;
import nursery.layers.Parameter;
import nursery.layers.Parameters;
import nursery.layers.Pass;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * A layer whose biases start elsewhere than at 0.
 *
 * @param inner the layer
 * @param bias where they start
 */
record Shifted(Layer inner, double bias) implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        return inner.outputShape(in);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        declare(inner, in, p, bias);
    }

    /** Declares the parameters of a layer with weights and biases. */
    static void declare(Layer inner, Shape in, Parameters p, double bias) {
        Parameters own = new Parameters(new He());
        inner.parameters(in, own);
        for (Parameter q : own.declared()) {
            if (q.penalized()) {
                p.weight(q.name(), q.shape(), q.fanIn(), q.fanOut());
            } else {
                p.add(q.name(), q.shape(), new Constant(bias));
            }
        }
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return inner.forward(x, pass);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return inner.backward(dy, pass);
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
