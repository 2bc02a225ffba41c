package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Pieces;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * y = max(x W₁ + b₁, ..., x W_k + b_k): a fully connected layer that learns its own piecewise linear function. It does not
 * saturate, and has k times the parameters of dense(units) (Goodfellow et al. 2013). W: [in, pieces · units] and b:
 * [pieces · units], one piece after the other.
 *
 * @param units the number of outputs, at least 1
 * @param pieces k, at least 2; 2 by default
 */
public record Maxout(int units, int pieces) implements Layer {

    /** Checks the numbers. */
    public Maxout {
        if (units < 1 || pieces < 2) {
            throw new IllegalArgumentException("maxout(units, pieces): expected at least 1 unit and 2 pieces, received "
                    + units + " and " + pieces);
        }
    }

    /** Two pieces. */
    public Maxout(int units) {
        this(units, 2);
    }

    @Override
    public Shape outputShape(Shape in) {
        if (in.rank() != 1) {
            throw new ShapeException("expected a flat input, received " + in + "; add .flatten()");
        }
        return Shape.of(units);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        p.weight("W", Shape.of(in.size(), pieces * units), in.size(), units);
        p.add("b", Shape.of(pieces * units), new Constant(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor z = pass.save("x", x).affine(pass.parameter("W"), pass.parameter("b"));
        return Pieces.max(pass.save("z", z), pieces);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor dz = Pieces.maxGradient(dy, pass.saved("z"), pieces);
        pass.gradient("W", pass.saved("x").transposeMatmul(dz));
        pass.gradient("b", dz.sumRows());
        return pass.inputGradientNeeded() ? dz.matmulTranspose(pass.parameter("W")) : dy;
    }

    @Override
    public String toString() {
        return pieces == 2 ? "maxout(" + units + ")" : "maxout(" + units + ", " + pieces + ")";
    }
}
