package nursery.layers;

import nursery.tensor.Mask;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Inverted dropout (Srivastava et al. 2014): in training each number becomes 0 with probability {@code rate} and is
 * divided by 1 - rate otherwise, so that its expectation stays; in evaluation y = x. The lecture's p is the probability
 * of keeping a number, p = 1 - rate.
 *
 * @param rate the probability of dropping, 0 to below 1
 */
public record Dropout(double rate) implements Layer {

    /** Checks the rate. */
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("dropout(rate): expected the probability of dropping a number, from 0 to"
                    + " below 1, received " + rate + "; 0.5 is usual, and the lecture's p is 1 - rate");
        }
    }

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        if (!pass.training()) {
            return x;
        }
        return x.times(pass.save("mask", Mask.inverted(x, pass.random().nextLong(), rate)));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.training() ? dy.times(pass.saved("mask")) : dy;
    }

    @Override
    public String toString() {
        return "dropout(" + rate + ")";
    }
}
