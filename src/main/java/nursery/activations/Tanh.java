package nursery.activations;

import nursery.initializers.Initializer;
import nursery.initializers.Xavier;
import nursery.tensor.Tensor;

/** tanh(x), in (-1, 1) and zero-centered; f' = 1 - y², so that it saturates at both ends (LeCun et al. 1991). */
public record Tanh() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return x.tanh();
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return dy.tanhGradient(y);
    }

    @Override
    public Initializer initializer() {
        return new Xavier();
    }

    /** |y| &gt; 0.97, where f' is below 0.06. */
    @Override
    public boolean saturated(double y) {
        return Math.abs(y) > 0.97;
    }

    @Override
    public String toString() {
        return "tanh()";
    }
}
