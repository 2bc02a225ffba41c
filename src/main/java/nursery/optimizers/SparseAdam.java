package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireDecay;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Adam for gradients that are mostly 0: a row (first dimension) whose gradient is all 0 stays as it is, moments
 * included. In a dense layer that is the row of an input that was 0 in the whole batch. With a penalty on the net no row
 * is without a gradient. As in PyTorch, t counts all steps and ε comes before the correction: w -= rate √(1 - β2^t) / (1
 * - β1^t) m / (√v + ε).
 *
 * @param beta1 the decay of the mean, in [0, 1); 0.9 by default
 * @param beta2 the decay of the square, in [0, 1); 0.999 by default
 * @param epsilon keeps the quotient finite, above 0; 1e-8 by default
 */
public record SparseAdam(double beta1, double beta2, double epsilon) implements Optimizer {

    /** Checks the three numbers. */
    public SparseAdam {
        requireDecay("sparseAdam", "β1", beta1, 0.9);
        requireDecay("sparseAdam", "β2", beta2, 0.999);
        requirePositive("sparseAdam", "ε", epsilon, 1e-8);
    }

    /** β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public SparseAdam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        double corrected = rate * Math.sqrt(1 - Adam.power(beta2, step)) / (1 - Adam.power(beta1, step));
        Updates.sparseAdam(w, g, slots.get(0), slots.get(1), corrected, beta1, beta2, epsilon);
    }

    @Override
    public String toString() {
        return "sparseAdam(" + beta1 + ", " + beta2 + ", " + epsilon + ")";
    }
}
