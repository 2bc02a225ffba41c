package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/** U(-b, b) with b = √(6 / (n_in + n_out)), so that the variance is that of {@link Xavier} (Glorot and Bengio 2010). */
public record XavierUniform() implements Initializer {

    @Override
    public void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random) {
        double bound = Math.sqrt(6.0 / (fanIn + fanOut));
        w.fillUniform(random, -bound, bound);
    }

    @Override
    public String toString() {
        return "xavierUniform()";
    }
}
