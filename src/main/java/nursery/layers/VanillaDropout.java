package nursery.layers;

import nursery.tensor.Mask;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Dropout as the lecture first writes it: in training each number becomes 0 with probability {@code rate} and stays as it
 * is otherwise; in evaluation every number is multiplied by the lecture's p = 1 - rate, the probability of keeping one,
 * which is its expectation in training. {@link Dropout} divides in training instead and leaves evaluation alone.
 *
 * @param rate the probability of dropping, 0 to below 1
 */
public record VanillaDropout(double rate) implements Layer {

    /** Checks the rate. */
    public VanillaDropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("vanillaDropout(rate): expected the probability of dropping a number,"
                    + " from 0 to below 1, received " + rate + "; 0.5 is usual, and the lecture's p is 1 - rate");
        }
    }

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return pass.training()
                ? x.times(pass.save("mask", Mask.binary(x, pass.random().nextLong(), rate)))
                : x.times(1 - rate);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.training() ? dy.times(pass.saved("mask")) : dy.times(1 - rate);
    }

    @Override
    public String toString() {
        return "vanillaDropout(" + rate + ")";
    }
}
