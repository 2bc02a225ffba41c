package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/**
 * N(0, 2 / n_in): keeps the variance through ReLU, which halves it (He et al. 2015, also called Kaiming or MSRA).
 */
public record He() implements Initializer {

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        w.fillNormal(random, 0, Math.sqrt(2.0 / fanIn));
    }

    @Override
    public String toString() {
        return "he()";
    }
}
