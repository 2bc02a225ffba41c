package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireNotNegative;

import java.util.List;
import java.util.Optional;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Averaged gradient descent (Polyak and Juditsky 1992): w = (1 - λ η) w - η g with η = rate / (1 + λ rate (t - 1))^α, and
 * beside it the average a += (w - a) / max(1, t - 1 - start). Training goes on from w; {@code history.averaged()} is the
 * model with the averages. PyTorch's start is 1e6, which short trainings never reach.
 *
 * @param lambda how fast weights and rate fall, at least 0; 1e-4 by default
 * @param alpha the power of that fall, at least 0; 0.75 by default
 * @param start the step after which the average begins, at least 0; 0 by default
 */
public record Asgd(double lambda, double alpha, double start) implements Optimizer {

    /** Checks the three numbers. */
    public Asgd {
        requireNotNegative("asgd", "λ", lambda, 1e-4);
        requireNotNegative("asgd", "α", alpha, 0.75);
        requireNotNegative("asgd", "a start", start, 0);
    }

    /** λ = 1e-4, α = 0.75, average from the start. */
    public Asgd() {
        this(1e-4, 0.75, 0);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        // e^(-α ln(1 + ...)), for StrictMath.pow may allocate
        double eta = rate * StrictMath.exp(-alpha * StrictMath.log1p(lambda * rate * (step - 1)));
        Updates.asgd(w, g, slots.get(0), eta, 1 - lambda * eta, 1 / Math.max(1, step - 1 - start));
    }

    @Override
    public Optional<Tensor> average(List<Tensor> slots) {
        return Optional.of(slots.get(0));
    }

    @Override
    public String toString() {
        return "asgd(" + lambda + ", " + alpha + ", " + start + ")";
    }
}
