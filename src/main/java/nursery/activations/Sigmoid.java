package nursery.activations;

import nursery.initializers.Initializer;
import nursery.initializers.Xavier;
import nursery.tensor.Tensor;

/**
 * 1 / (1 + e^-x), in (0, 1): saturates, is not zero-centered, and f' = y (1 - y) is at most 0.25. As the last function
 * of a net it gives the probability of class 1.
 */
public record Sigmoid() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return x.sigmoid();
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return dy.sigmoidGradient(y);
    }

    @Override
    public Initializer initializer() {
        return new Xavier();
    }

    /** y &lt; 0.03 or y &gt; 0.97, where f' is below 0.03. */
    @Override
    public boolean saturated(double y) {
        return y < 0.03 || y > 0.97;
    }

    @Override
    public String toString() {
        return "sigmoid()";
    }
}
