package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireNotNegative;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * A smaller step for each number the more it has moved (Duchi et al. 2011): h += g²; w -= rate g / (√h + ε). The sum h
 * only grows, so the effective rate falls to 0; RMSProp forgets instead. PyTorch's ε is 1e-10.
 *
 * @param decay how fast the rate falls besides: step t uses rate / (1 + (t - 1) decay), PyTorch's {@code lr_decay}; at
 *     least 0, 0 by default
 * @param epsilon keeps the quotient finite, above 0; the lecture's 1e-7 by default
 */
public record Adagrad(double decay, double epsilon) implements Optimizer {

    /** Checks both numbers. */
    public Adagrad {
        requireNotNegative("adagrad", "a decay", decay, 0);
        requirePositive("adagrad", "ε", epsilon, 1e-7);
    }

    /** No decay, ε = 1e-7. */
    public Adagrad() {
        this(0, 1e-7);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        Updates.adagrad(w, g, slots.get(0), rate / (1 + (step - 1) * decay), epsilon);
    }

    @Override
    public String toString() {
        return "adagrad(" + decay + ", " + epsilon + ")";
    }
}
