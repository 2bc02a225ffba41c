package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireDecay;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * AdaGrad that forgets (Hinton 2012): v = ρ v + (1 - ρ) g²; w -= rate g / (√v + ε). With momentum the step becomes b =
 * momentum b + g / (√v + ε); w -= rate b. Centered, √v becomes √(v - m²) with m = ρ m + (1 - ρ) g (Graves 2013).
 * PyTorch's default ρ is 0.99, CS231n's and Keras's 0.9.
 *
 * @param rho the decay of the means, in [0, 1); 0.9 by default
 * @param epsilon keeps the quotient finite, above 0; 1e-8 by default
 * @param momentum the friction of the step, in [0, 1); 0 by default
 * @param centered whether the mean is taken out of the square; not by default
 */
public record RmsProp(double rho, double epsilon, double momentum, boolean centered) implements Optimizer {

    /** Checks the three numbers. */
    public RmsProp {
        requireDecay("rmsprop", "ρ", rho, 0.9);
        requirePositive("rmsprop", "ε", epsilon, 1e-8);
        requireDecay("rmsprop", "a momentum", momentum, 0);
    }

    /** ρ = 0.9, ε = 1e-8, without momentum, not centered. */
    public RmsProp() {
        this(0.9, 1e-8, 0, false);
    }

    private boolean plain() {
        return momentum == 0 && !centered;
    }

    @Override
    public int slots() {
        return plain() ? 1 : 3;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        Tensor v = slots.get(0);
        if (plain()) {
            Updates.rmsprop(w, g, v, rate, rho, epsilon);
        } else {
            Updates.rmsprop(w, g, v, slots.get(1), slots.get(2), rate, rho, epsilon, momentum, centered);
        }
    }

    @Override
    public String toString() {
        return "rmsprop(" + rho + ", " + epsilon + (plain() ? "" : ", " + momentum + ", " + centered) + ")";
    }
}
