package nursery.activations;

import nursery.tensor.Rectifiers;
import nursery.tensor.Tensor;

/**
 * x Φ(x) with the normal distribution Φ(x) = ½ (1 + erf(x / √2)): the exact form, which PyTorch and Keras use by default
 * (Hendrycks and Gimpel 2016). The approximation by tanh that some nets were trained with differs by up to 5e-4.
 */
public record Gelu() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return Rectifiers.gelu(x);
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return Rectifiers.geluGradient(dy, x);
    }

    @Override
    public String toString() {
        return "gelu()";
    }
}
