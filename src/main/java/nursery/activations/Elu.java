package nursery.activations;

import nursery.tensor.Rectifiers;
import nursery.tensor.Tensor;

/**
 * x where x &gt; 0, else α (e^x - 1): its mean output is nearer 0 than ReLU's, and it saturates at -α, which makes it
 * robust against noise (Clevert et al. 2015).
 *
 * @param alpha α, above 0; 1 by default
 */
public record Elu(double alpha) implements Activation {

    /** Checks α. */
    public Elu {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "elu(alpha): expected a number above 0, received " + alpha + "; 1 is usual");
        }
    }

    /** α = 1. */
    public Elu() {
        this(1);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Rectifiers.elu(x, alpha);
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return Rectifiers.eluGradient(dy, y, alpha);
    }

    @Override
    public String toString() {
        return alpha == 1 ? "elu()" : "elu(" + alpha + ")";
    }
}
