package nursery.optimizers;

import java.util.List;
import nursery.tensor.Tensor;

/** Stochastic gradient descent: w -= rate g. */
public record Sgd() implements Optimizer {

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        w.addInPlace(-rate, g);
    }

    @Override
    public String toString() {
        return "sgd()";
    }
}
