package nursery.optimizers;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Nesterov's accelerated gradient in the form of Sutskever et al. (2013): v = ρ v + g; w -= rate (g + ρ v).
 *
 * @param rho the friction ρ, in [0, 1); 0.9 by default
 */
public record Nesterov(double rho) implements Optimizer {

    /** Checks ρ. */
    public Nesterov {
        requireFriction("nesterov", rho);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        Updates.nesterov(w, g, slots.get(0), rate, rho);
    }

    @Override
    public String toString() {
        return "nesterov(" + rho + ")";
    }

    static void requireFriction(String name, double rho) {
        if (!(rho >= 0 && rho < 1)) {
            throw new IllegalArgumentException(
                    name + ": expected ρ of at least 0 and below 1, received " + rho + "; 0.9 is usual");
        }
    }
}
