package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * Every number the same: 0 for biases, 1 for scales. For weights it is the lecture's mistake: all units of a layer
 * compute the same and receive the same gradient, so they stay equal forever.
 *
 * @param value the number
 */
public record Constant(double value) implements Initializer {

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fill(value);
    }

    @Override
    public String toString() {
        return value == 0 ? "zeros()" : value == 1 ? "ones()" : "constant(" + value + ")";
    }
}
