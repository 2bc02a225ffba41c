package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * gain · Q with a random orthogonal Q: a layer as wide as its input keeps all lengths and angles (Saxe et al. 2013). The
 * weights count as a matrix of their first dimension by all others; where it is not square, its columns or rows,
 * whichever are fewer, are orthonormal. Drawing an n x n matrix takes about n³ operations: seconds from n = 2000 on.
 *
 * @param gain the factor, above 0; 1 by default, √2 suits ReLU
 */
public record Orthogonal(double gain) implements Initializer {

    /** Checks the gain. */
    public Orthogonal {
        if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("orthogonal(gain): expected a number above 0, received " + gain
                    + "; 1 keeps lengths, and √2 suits ReLU");
        }
    }

    /** The gain 1. */
    public Orthogonal() {
        this(1);
    }

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fillOrthogonal(random, gain);
    }

    @Override
    public String toString() {
        return gain == 1 ? "orthogonal()" : "orthogonal(" + gain + ")";
    }
}
