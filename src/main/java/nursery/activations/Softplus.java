package nursery.activations;

import nursery.tensor.Rectifiers;
import nursery.tensor.Tensor;

/** ln(1 + e^x), a smooth ReLU; its derivative is the sigmoid (Dugas et al. 2001). */
public record Softplus() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return Rectifiers.softplus(x);
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return dy.times(x.sigmoid());
    }

    @Override
    public String toString() {
        return "softplus()";
    }
}
