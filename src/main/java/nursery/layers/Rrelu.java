package nursery.layers;

import nursery.tensor.Mask;
import nursery.tensor.Rectifiers;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Randomized leaky ReLU (Xu et al. 2015): x where x &gt; 0, else a x. In training each number has a slope a of its own,
 * drawn from U(low, high); in evaluation a is their mean, (low + high) / 2.
 *
 * @param low the smallest slope, at least 0; 1/8 by default
 * @param high the largest slope, at least {@code low}; 1/3 by default
 */
public record Rrelu(double low, double high) implements ActivationLayer {

    /** Checks the slopes. */
    public Rrelu {
        if (!(low >= 0 && low <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rrelu(low, high): expected 0 <= low <= high, received " + low + " and "
                    + high + "; 1/8.0 and 1/3.0 are usual");
        }
    }

    /** Slopes from 1/8 to 1/3. */
    public Rrelu() {
        this(1 / 8.0, 1 / 3.0);
    }

    private double mean() {
        return (low + high) / 2;
    }

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        pass.save("x", x);
        return pass.training()
                ? x.times(pass.save("slopes", Mask.slopes(x, pass.random().nextLong(), low, high)))
                : Rectifiers.leakyRelu(x, mean());
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.training()
                ? dy.times(pass.saved("slopes"))
                : Rectifiers.leakyReluGradient(dy, pass.saved("x"), mean());
    }

    @Override
    public String toString() {
        return "rrelu()";
    }
}
