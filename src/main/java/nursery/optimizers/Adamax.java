package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireDecay;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Adam with the largest gradient in place of the mean square (Kingma and Ba 2015, section 7.1): m = β1 m + (1 - β1) g; u
 * = max(β2 u, |g| + ε); w -= rate / (1 - β1^t) m / u. As in PyTorch, ε sits beside |g|.
 *
 * @param beta1 the decay of the mean, in [0, 1); 0.9 by default
 * @param beta2 the decay of the largest gradient, in [0, 1); 0.999 by default
 * @param epsilon keeps the quotient finite, above 0; 1e-8 by default
 */
public record Adamax(double beta1, double beta2, double epsilon) implements Optimizer {

    /** Checks the three numbers. */
    public Adamax {
        requireDecay("adamax", "β1", beta1, 0.9);
        requireDecay("adamax", "β2", beta2, 0.999);
        requirePositive("adamax", "ε", epsilon, 1e-8);
    }

    /** β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public Adamax() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        double corrected = rate / (1 - Adam.power(beta1, step));
        Updates.adamax(w, g, slots.get(0), slots.get(1), corrected, beta1, beta2, epsilon);
    }

    @Override
    public String toString() {
        return "adamax(" + beta1 + ", " + beta2 + ", " + epsilon + ")";
    }
}
