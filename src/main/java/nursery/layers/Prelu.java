package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Rectifiers;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Parametric ReLU (He et al. 2015): x where x &gt; 0, else α x, with one α for the whole layer that is learned:
 * dL/dα = Σ dy x over the numbers x &lt; 0. Penalties leave α alone.
 *
 * @param initial what α starts from; 0.25 by default, as in the paper and in PyTorch
 */
public record Prelu(double initial) implements ActivationLayer {
    private static final Shape ONE = Shape.of(1);

    /** Checks the number. */
    public Prelu {
        if (!Double.isFinite(initial)) {
            throw new IllegalArgumentException(
                    "prelu(initial): expected a finite slope, received " + initial + "; 0.25 is usual");
        }
    }

    /** α starts from 0.25. */
    public Prelu() {
        this(0.25);
    }

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        p.add("alpha", ONE, new Constant(initial));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return Rectifiers.leakyRelu(pass.save("x", x), pass.parameter("alpha").get(0));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.saved("x");
        Tensor dalpha = pass.result(ONE);
        dalpha.set(0, dy.dot(x.minus(x.relu())));
        pass.gradient("alpha", dalpha);
        return Rectifiers.leakyReluGradient(dy, x, pass.parameter("alpha").get(0));
    }

    @Override
    public String toString() {
        return "prelu()";
    }
}
