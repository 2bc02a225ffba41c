package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/** U(-b, b) with b = √(6 / n_in), so that the variance is that of {@link He} (He et al. 2015). */
public record HeUniform() implements Initializer {

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        double bound = Math.sqrt(6.0 / fanIn);
        w.fillUniform(random, -bound, bound);
    }

    @Override
    public String toString() {
        return "heUniform()";
    }
}
