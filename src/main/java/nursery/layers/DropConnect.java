package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Mask;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * DropConnect (Wan et al. 2013): a fully connected layer y = x (M W) + b that drops weights instead of numbers. In
 * training each weight is 0 with probability {@code rate} and is divided by 1 - rate otherwise, one mask M for the batch;
 * in evaluation all weights are used as they are. The lecture's p is the probability of keeping a weight, p = 1 - rate.
 *
 * @param units the number of outputs, at least 1
 * @param rate the probability of dropping a weight, 0 to below 1
 */
public record DropConnect(int units, double rate) implements Layer {

    /** Checks the numbers. */
    public DropConnect {
        if (units < 1) {
            throw new IllegalArgumentException("dropConnect(units, rate): expected at least 1 unit, received " + units);
        }
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("dropConnect(units, rate): expected the probability of dropping a"
                    + " weight, from 0 to below 1, received " + rate
                    + "; 0.5 is usual, and the lecture's p is 1 - rate");
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
        Tensor w = pass.parameter("W");
        if (pass.training()) {
            w = w.times(pass.save("mask", Mask.inverted(w, pass.random().nextLong(), rate)));
        }
        return pass.save("x", x).affine(pass.save("weights", w), pass.parameter("b"));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor dw = pass.saved("x").transposeMatmul(dy);
        pass.gradient("W", pass.training() ? dw.times(pass.saved("mask")) : dw);
        pass.gradient("b", dy.sumRows());
        return pass.inputGradientNeeded() ? dy.matmulTranspose(pass.saved("weights")) : dy;
    }

    @Override
    public String toString() {
        return "dropConnect(" + units + ", " + rate + ")";
    }
}
