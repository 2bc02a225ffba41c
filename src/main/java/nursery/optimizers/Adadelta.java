package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireDecay;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Steps in the units of the parameter (Zeiler 2012): v = ρ v + (1 - ρ) g²; d = g √(u + ε) / √(v + ε); u = ρ u + (1 - ρ)
 * d²; w -= rate d. A rate of 1 is the paper's, and PyTorch's; Keras takes 1e-3 and ρ = 0.95.
 *
 * @param rho the decay of both means of squares, in [0, 1); 0.9 by default
 * @param epsilon starts the first steps, above 0; 1e-6 by default
 */
public record Adadelta(double rho, double epsilon) implements Optimizer {

    /** Checks both numbers. */
    public Adadelta {
        requireDecay("adadelta", "ρ", rho, 0.9);
        requirePositive("adadelta", "ε", epsilon, 1e-6);
    }

    /** ρ = 0.9, ε = 1e-6. */
    public Adadelta() {
        this(0.9, 1e-6);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        Updates.adadelta(w, g, slots.get(0), slots.get(1), rate, rho, epsilon);
    }

    @Override
    public String toString() {
        return "adadelta(" + rho + ", " + epsilon + ")";
    }
}
