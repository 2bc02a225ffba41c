package nursery.optimizers;

import java.util.List;
import java.util.Optional;
import nursery.tensor.Tensor;

/**
 * How a gradient changes a parameter. An optimizer holds hyperparameters only; what it remembers of a parameter, its
 * slots, lives in the run.
 */
public interface Optimizer {

    /** How many tensors it remembers of each parameter, all 0 at the start. */
    default int slots() {
        return 0;
    }

    /**
     * Makes one step.
     *
     * @param w the parameter, changed in place
     * @param g its gradient dL/dw
     * @param slots what was remembered of this parameter, of the same shape, changed in place
     * @param rate the learning rate of this step
     * @param step the number of this step, from 1
     */
    void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step);

    /** The average of a parameter over the steps, for an optimizer that keeps one among its slots. */
    default Optional<Tensor> average(List<Tensor> slots) {
        return Optional.empty();
    }
}
