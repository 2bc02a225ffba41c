package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * N(0, std²): the lecture's small random numbers with std = 0.01, which die out in a deep net.
 *
 * @param std the standard deviation, at least 0
 */
public record Normal(double std) implements Initializer {

    /** Checks the deviation. */
    public Normal {
        if (!(std >= 0 && std < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "normal(std): expected a standard deviation of at least 0, received " + std);
        }
    }

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fillNormal(random, 0, std);
    }

    @Override
    public String toString() {
        return "normal(" + std + ")";
    }
}
