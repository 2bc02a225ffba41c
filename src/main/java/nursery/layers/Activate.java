package nursery.layers;

import nursery.activations.Activation;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * y = f(x).
 *
 * @param activation the function
 */
public record Activate(Activation activation) implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return pass.save("y", activation.forward(pass.save("x", x)));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return activation.backward(dy, pass.saved("x"), pass.saved("y"));
    }

    @Override
    public String toString() {
        return activation.toString();
    }
}
