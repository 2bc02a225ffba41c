package nursery.activations;

import nursery.tensor.Rectifiers;
import nursery.tensor.Tensor;

/**
 * x where x &gt; 0, else slope · x: does not die, for some gradient always passes (Maas et al. 2013).
 *
 * @param slope the slope for x &lt; 0; 0.01 by default
 */
public record LeakyRelu(double slope) implements Activation {

    /** Checks the slope. */
    public LeakyRelu {
        if (!Double.isFinite(slope)) {
            throw new IllegalArgumentException(
                    "leakyRelu(slope): expected a finite slope, received " + slope + "; 0.01 is usual");
        }
    }

    /** The slope 0.01. */
    public LeakyRelu() {
        this(0.01);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Rectifiers.leakyRelu(x, slope);
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return Rectifiers.leakyReluGradient(dy, x, slope);
    }

    @Override
    public String toString() {
        return slope == 0.01 ? "leakyRelu()" : "leakyRelu(" + slope + ")";
    }
}
