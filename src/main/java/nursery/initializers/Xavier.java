package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * N(0, 2 / (n_in + n_out)): keeps the variance forward and backward through functions that are linear near 0, such as
 * tanh (Glorot and Bengio 2010). The lecture's {@code randn / sqrt(n_in)} is the form with n_in alone.
 */
public record Xavier() implements Initializer {

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fillNormal(random, 0, Math.sqrt(2.0 / (fanIn + fanOut)));
    }

    @Override
    public String toString() {
        return "xavier()";
    }
}
