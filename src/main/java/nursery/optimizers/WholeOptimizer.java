package nursery.optimizers;

import java.util.List;
import nursery.tensor.Tensor;

/**
 * An optimizer that sees all parameters at once and asks for the cost as often as it needs, as a line search does. It
 * holds hyperparameters only, like any other; what it remembers lives in what {@link #begin} returns.
 */
public interface WholeOptimizer extends Optimizer {

    /** The steps of one training. */
    interface Steps {

        /**
         * Makes one step by moving the objective.
         *
         * @param rate the learning rate of this step
         * @param step the number of this step, from 1
         */
        void step(double rate, long step);
    }

    /** Begins a training. */
    Steps begin(Objective objective);

    /** Not for it: a single parameter is too little to see. */
    @Override
    default void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        throw new UnsupportedOperationException(
                this + ": expected all parameters at once, received one; use begin(objective)");
    }
}
