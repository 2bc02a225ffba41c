package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireNotNegative;

import java.util.List;
import nursery.tensor.Tensor;

/**
 * Adam with the decay of the weights apart from the gradient (Loshchilov and Hutter 2019): w -= rate decay w, then
 * Adam's step. It decays whatever it updates, biases too, as PyTorch does. The penalty {@code l2(...)} of a net does not
 * do the same, for Adam divides its gradient by √v.
 *
 * @param decay the weight decay, at least 0; 0.01 by default
 * @param adam Adam's numbers
 */
public record AdamW(double decay, Adam adam) implements Optimizer {

    /** Checks the decay. */
    public AdamW {
        requireNotNegative("adamW", "a decay", decay, 0.01);
    }

    /** Decay 0.01, β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public AdamW() {
        this(0.01);
    }

    /** The given decay, β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public AdamW(double decay) {
        this(decay, new Adam());
    }

    @Override
    public int slots() {
        return adam.slots();
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        w.timesInPlace(1 - rate * decay);
        adam.update(w, g, slots, rate, step);
    }

    @Override
    public String toString() {
        return "adamW(" + decay + ", " + adam + ")";
    }
}
