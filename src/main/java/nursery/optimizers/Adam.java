package nursery.optimizers;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Adaptive moments (Kingma and Ba 2015): m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w -= rate m̂ / (√v̂ + ε), with
 * m̂ = m / (1 - β1^t) and v̂ = v / (1 - β2^t).
 *
 * @param beta1 the decay of the mean, in [0, 1); 0.9 by default
 * @param beta2 the decay of the square, in [0, 1); 0.999 by default
 * @param epsilon keeps the quotient finite, above 0; 1e-8 by default
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

    /** Checks the three numbers. */
    public Adam {
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0)) {
            throw new IllegalArgumentException(
                    "adam: expected β1 and β2 of at least 0 and below 1 and ε above 0, received " + beta1 + ", " + beta2
                            + " and " + epsilon + "; 0.9, 0.999 and 1e-8 are usual");
        }
    }

    /** β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        double correction1 = 1 - power(beta1, step);
        double correction2 = 1 - power(beta2, step);
        Updates.adam(w, g, slots.get(0), slots.get(1), rate, beta1, beta2, epsilon, correction1, correction2);
    }

    // by squaring: the same bits compiled or not, and no allocation, which Math.pow and StrictMath.pow do not promise
    static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            result *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }

    @Override
    public String toString() {
        return "adam(" + beta1 + ", " + beta2 + ", " + epsilon + ")";
    }
}
