package nursery.activations;

import nursery.tensor.Tensor;

/** x / (1 + e^-x), also called swish: smooth, with a small dip below 0 (Ramachandran et al. 2017). */
public record Silu() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return x.times(x.sigmoid());
    }

    /** dy (s + x s (1 - s)) with s = sigmoid(x). */
    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        Tensor s = x.sigmoid();
        return dy.times(x.sigmoidGradient(s).plus(s));
    }

    @Override
    public String toString() {
        return "silu()";
    }
}
