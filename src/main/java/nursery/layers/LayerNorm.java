package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.LayerNormalization;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * Layer normalization (Ba et al. 2016): y = γ (x - μ) / √(σ² + ε) + β, where μ and the (biased) variance σ² are those of
 * all numbers of a row, so that a row's output depends on no other row, in training as in evaluation. γ and β have one
 * number for each number of a row; γ starts at 1 and β at 0.
 *
 * @param epsilon ε, above 0; 1e-5 by default
 */
public record LayerNorm(double epsilon) implements Layer {

    /** Checks the number. */
    public LayerNorm {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "layerNorm: expected an epsilon above 0, received " + epsilon + "; 1e-5 is usual");
        }
    }

    /** ε = 1e-5. */
    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public Shape outputShape(Shape in) {
        if (in.rank() == 0) {
            throw new ShapeException("expected rows of at least one dimension, received " + in);
        }
        return in;
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        p.add("gamma", in, new Constant(1));
        p.add("beta", in, new Constant(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor normal = LayerNormalization.normalize(pass.save("x", x), epsilon);
        return pass.save("normal", normal).times(pass.parameter("gamma")).plus(pass.parameter("beta"));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor normal = pass.saved("normal");
        pass.gradient("gamma", dy.times(normal).sumRows());
        pass.gradient("beta", dy.sumRows());
        return pass.inputGradientNeeded()
                ? LayerNormalization.gradient(dy.times(pass.parameter("gamma")), pass.saved("x"), normal, epsilon)
                : dy;
    }

    @Override
    public String toString() {
        return "layerNorm()";
    }
}
