package nursery.optimizers;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Gradient descent with momentum: v = ρ v + g; w -= rate v (Polyak 1964).
 *
 * @param rho the friction ρ, in [0, 1); 0.9 by default, 0.99 for more memory
 */
public record Momentum(double rho) implements Optimizer {

    /** Checks ρ. */
    public Momentum {
        Nesterov.requireFriction("momentum", rho);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        Updates.momentum(w, g, slots.get(0), rate, rho);
    }

    @Override
    public String toString() {
        return "momentum(" + rho + ")";
    }
}
