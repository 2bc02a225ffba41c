package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.requireDecay;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Adam with Nesterov's momentum (Dozat 2016): m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w -= rate (μ' m / (1 - P μ')
 * + (1 - μ) g / (1 - P)) / (√v̂ + ε), where μ = β1 (1 - ½ 0.96^(0.004 t)), μ' the same of the next step, P the product of
 * all μ so far, and v̂ = v / (1 - β2^t). PyTorch 1.13 counts μ twice in 1 - P μ' unless called with {@code foreach}.
 *
 * @param beta1 the decay of the mean, in [0, 1); 0.9 by default
 * @param beta2 the decay of the square, in [0, 1); 0.999 by default
 * @param epsilon keeps the quotient finite, above 0; 1e-8 by default
 */
public record Nadam(double beta1, double beta2, double epsilon) implements Optimizer {
    private static final double Q = 0.9998367253526753; // 0.96^0.004
    private static final double NOTHING = 1e-20; // beside 1

    /** Checks the three numbers. */
    public Nadam {
        requireDecay("nadam", "β1", beta1, 0.9);
        requireDecay("nadam", "β2", beta2, 0.999);
        requirePositive("nadam", "ε", epsilon, 1e-8);
    }

    /** β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public Nadam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        double product = 1;
        for (long t = 1; t <= step && product > NOTHING; t++) { // some 60 factors at most
            product *= momentum(t);
        }
        double next = momentum(step + 1);
        double gradientRate = rate * (1 - momentum(step)) / (1 - product);
        double momentRate = rate * next / (1 - product * next);
        double correction2 = 1 - Adam.power(beta2, step);
        Updates.nadam(w, g, slots.get(0), slots.get(1), gradientRate, momentRate, beta1, beta2, epsilon, correction2);
    }

    private double momentum(long t) {
        return beta1 * (1 - 0.5 * Adam.power(Q, t));
    }

    @Override
    public String toString() {
        return "nadam(" + beta1 + ", " + beta2 + ", " + epsilon + ")";
    }
}
