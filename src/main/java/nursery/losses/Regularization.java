package nursery.losses;

import java.util.ArrayList;
import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * What keeps weights small: the penalty λ1 Σ |W| + ½ λ2 Σ W² on the loss, and a largest norm for the weights into each
 * unit. Biases are not counted. Both penalties together are the elastic net (Zou and Hastie 2005).
 *
 * @param l1 the strength λ1, at least 0
 * @param l2 the strength λ2, at least 0
 * @param maxNorm the largest Euclidean norm of the weights into one unit, above 0; infinite for none
 */
public record Regularization(double l1, double l2, double maxNorm) {

    /** None. */
    public static final Regularization NONE = new Regularization(0, 0, Double.POSITIVE_INFINITY);

    /** Checks the three numbers. */
    public Regularization {
        requireStrength("l1", l1);
        requireStrength("l2", l2);
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException(
                    "maxNorm: expected a norm above 0, received " + maxNorm + "; 3 or 4 is usual");
        }
    }

    private static void requireStrength(String name, double lambda) {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": expected a strength of at least 0, received " + lambda);
        }
    }

    /** The same with this strength λ1. */
    public Regularization l1(double lambda) {
        return new Regularization(lambda, l2, maxNorm);
    }

    /** The same with this strength λ2. */
    public Regularization l2(double lambda) {
        return new Regularization(l1, lambda, maxNorm);
    }

    /** The same with this largest norm. */
    public Regularization maxNorm(double norm) {
        return new Regularization(l1, l2, norm);
    }

    /** Whether the loss has a penalty. */
    public boolean penalizes() {
        return l1 > 0 || l2 > 0;
    }

    /** λ1 Σ |w| + ½ λ2 Σ w². */
    public double penalty(Tensor w) {
        return (l1 == 0 ? 0 : l1 * w.sumAbs()) + (l2 == 0 ? 0 : 0.5 * l2 * w.dot(w));
    }

    /** g += factor (λ1 sign(w) + λ2 w), where the sign of 0 is 0. */
    public void addGradient(Tensor g, double factor, Tensor w) {
        if (l2 != 0) {
            g.addInPlace(factor * l2, w);
        }
        if (l1 != 0) {
            g.addSignInPlace(factor * l1, w);
        }
    }

    /** Shrinks the weights into each unit to the largest norm: the columns of [in, units], the rows of [filters, ...]. */
    public void constrain(Tensor w) {
        if (maxNorm == Double.POSITIVE_INFINITY) {
            return;
        }
        if (w.shape().rank() == 2) {
            Updates.limitColumns(w, maxNorm);
        } else {
            Updates.limitRows(w, maxNorm);
        }
    }

    /** As it is written after a net: {@code l2(1.0E-4)}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (l1 > 0 && l2 > 0) {
            parts.add("elasticNet(" + l1 + ", " + l2 + ")");
        } else if (penalizes()) {
            parts.add(l1 > 0 ? "l1(" + l1 + ")" : "l2(" + l2 + ")");
        }
        if (maxNorm < Double.POSITIVE_INFINITY) {
            parts.add("maxNorm(" + maxNorm + ")");
        }
        return String.join(", ", parts);
    }
}
