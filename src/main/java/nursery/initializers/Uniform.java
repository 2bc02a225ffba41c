package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * U(-bound, bound), whose variance is bound² / 3.
 *
 * @param bound the largest size of a number, at least 0
 */
public record Uniform(double bound) implements Initializer {

    /** Checks the bound. */
    public Uniform {
        if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("uniform(bound): expected a bound of at least 0, received " + bound);
        }
    }

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fillUniform(random, -bound, bound);
    }

    @Override
    public String toString() {
        return "uniform(" + bound + ")";
    }
}
