package nursery.initializers;

import java.util.random.RandomGenerator;
import nursery.tensor.Tensor;

/** How a parameter is drawn before training. */
@FunctionalInterface
public interface Initializer {

    /**
     * Fills {@code w}.
     *
     * @param w the parameter
     * @param fanIn how many inputs reach one unit, n_in
     * @param fanOut how many units one input reaches, n_out
     * @param random the stream of this parameter
     */
    void fill(Tensor w, int fanIn, int fanOut, RandomGenerator random);
}
