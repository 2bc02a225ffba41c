package nursery.activations;

import nursery.tensor.Tensor;

/** max(0, x): does not saturate for x &gt; 0 and is cheap; the gradient at 0 is 0 (Krizhevsky et al. 2012). */
public record Relu() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return x.relu();
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return dy.reluGradient(y);
    }

    @Override
    public String toString() {
        return "relu()";
    }
}
