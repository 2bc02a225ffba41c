package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * N(0, 1 / n_in): the {@code randn / sqrt(n_in)} that the lecture calls Xavier; the fewer inputs, the larger the weights.
 * {@link Xavier} is the paper's form with n_in and n_out; for layers as wide as their input both are the same.
 */
public record Lecture() implements Initializer {

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fillNormal(random, 0, Math.sqrt(1.0 / fanIn));
    }

    @Override
    public String toString() {
        return "lecture()";
    }
}
