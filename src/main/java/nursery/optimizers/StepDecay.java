package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;
import static nursery.optimizers.Hyperparameters.requirePositive;

/**
 * Less after every few epochs: rate · factor^⌊epoch / every⌋. With {@code every} 1 it is the lecture's decay per epoch.
 *
 * @param factor in (0, 1]; 0.5 every 10 epochs or 0.95 every epoch is usual
 * @param every how many epochs one rate lasts, above 0
 */
public record StepDecay(double factor, double every) implements Schedule {

    /** Checks both numbers. */
    public StepDecay {
        require("stepDecay", "a factor", factor, factor > 0 && factor <= 1, "above 0 and at most 1", 0.5);
        requirePositive("stepDecay", "a number of epochs", every, 10);
    }

    @Override
    public double rate(double base, double epoch, double epochs) {
        return base * Adam.power(factor, (long) (epoch / every));
    }

    @Override
    public String toString() {
        return every == 1 ? "decay(" + factor + ")" : "stepDecay(" + factor + ", " + every + ")";
    }
}
