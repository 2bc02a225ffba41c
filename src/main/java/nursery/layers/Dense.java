package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * y = x W + b, with W: [in, units] and b: [units]; also called fully connected or affine.
 *
 * @param units the number of outputs, at least 1
 */
public record Dense(int units) implements Layer {

    /** Checks the number of units. */
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("dense(units): expected at least 1 unit, received " + units);
        }
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
        p.weight("W", Shape.of(in.size(), units), in.size(), units);
        p.add("b", Shape.of(units), new Constant(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return pass.save("x", x).affine(pass.parameter("W"), pass.parameter("b"));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        pass.gradient("W", pass.saved("x").transposeMatmul(dy)); // [in, batch] · [batch, units]
        pass.gradient("b", dy.sumRows());
        return pass.inputGradientNeeded() ? dy.matmulTranspose(pass.parameter("W")) : dy;
    }

    @Override
    public String toString() {
        return "dense(" + units + ")";
    }
}
