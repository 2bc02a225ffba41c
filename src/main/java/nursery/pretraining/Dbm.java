package nursery.pretraining;

import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * A deep Boltzmann machine with two hidden layers (Salakhutdinov and Hinton 2009):
 * E(v, h1, h2) = -b·v - c1·h1 - c2·h2 - v W1 h1 - h1 W2 h2, all units 0 or 1. A unit of h1 hears v and h2, so p(h | v) is
 * no product of units, and {@link #infer} approximates it by one.
 *
 * <p>What lectures call a DBM is often a stack of machines that were trained one by one: see {@link Dbn}.
 *
 * @param lowerWeights W1, [visible, hidden1]
 * @param upperWeights W2, [hidden1, hidden2]
 * @param visibleBias b, [visible]
 * @param lowerBias c1, [hidden1]
 * @param upperBias c2, [hidden2]
 */
public record Dbm(Tensor lowerWeights, Tensor upperWeights, Tensor visibleBias, Tensor lowerBias, Tensor upperBias) {

    /**
     * Checks the shapes.
     *
     * @throws ShapeException if they do not fit together
     */
    public Dbm {
        Shapes.requireWeights("Dbm", lowerWeights, visibleBias, lowerBias);
        Shapes.requireWeights("Dbm", upperWeights, lowerBias, upperBias);
    }

    /**
     * The machine that a stack of two suggests. Both hear of h1, so W1 and W2 are halved, and c1 is the mean of both
     * biases of h1: h1 then hears the mean of what the two machines say. It is not trained any further.
     *
     * @throws IllegalArgumentException if the stack has not two machines
     */
    public static Dbm of(Dbn dbn) {
        if (dbn.layers().size() != 2) {
            throw new IllegalArgumentException(
                    "Dbm: expected a stack of 2 machines, received " + dbn + "; train stack(data, 200, 100)");
        }
        Rbm lower = dbn.layers().get(0);
        Rbm upper = dbn.layers().get(1);
        return new Dbm(
                lower.weights().times(0.5),
                upper.weights().times(0.5),
                lower.visibleBias().copy(),
                lower.hiddenBias().plus(upper.visibleBias()).times(0.5),
                upper.hiddenBias().copy());
    }

    /**
     * Mean-field inference: the product q(h) = Π μ^h (1 - μ)^(1 - h) nearest to p(h | v). A sweep sets
     * μ1 = σ(v W1 + μ2 W2ᵀ + c1), then μ2 = σ(μ1 W2 + c2). The first guess is a pass upward with 2 W1 in the place of
     * the unknown input from h2.
     *
     * <p>ln p(v) ≥ Σ q(h) (-E(v, h)) + H(q) - ln Z, the variational bound; no sweep lowers it.
     *
     * @param v [rows, visible], numbers from 0 to 1
     * @param sweeps how many, at least 1; 10 to 30 are usual
     */
    public MeanField infer(Tensor v, int sweeps) {
        if (sweeps < 1) {
            throw new IllegalArgumentException(
                    "infer: expected at least 1 sweep, received " + sweeps + "; 10 are usual");
        }
        Tensor rows = Shapes.unitRows("visible", v, lowerWeights.rows(), lowerWeights.precision());
        Tensor fromVisible = rows.matmul(lowerWeights); // [rows, hidden1]
        Tensor mu1 = fromVisible.times(2).plus(lowerBias).sigmoid();
        Tensor mu2 = mu1.affine(upperWeights, upperBias).sigmoid();
        double[] bounds = new double[sweeps + 1];
        bounds[0] = bound(rows, fromVisible, mu1, mu2);
        for (int i = 1; i <= sweeps; i++) {
            mu1 = fromVisible
                    .plus(mu2.matmulTranspose(upperWeights))
                    .plus(lowerBias)
                    .sigmoid();
            mu2 = mu1.affine(upperWeights, upperBias).sigmoid();
            bounds[i] = bound(rows, fromVisible, mu1, mu2);
        }
        return new MeanField(mu1, mu2, bounds);
    }

    private double bound(Tensor v, Tensor fromVisible, Tensor mu1, Tensor mu2) {
        double energy = v.times(visibleBias).sum()
                + fromVisible.plus(lowerBias).dot(mu1)
                + mu1.affine(upperWeights, upperBias).dot(mu2);
        return (energy + entropy(mu1) + entropy(mu2)) / v.rows();
    }

    /** -Σ μ ln μ + (1 - μ) ln(1 - μ). */
    private static double entropy(Tensor mu) {
        double sum = 0;
        for (int i = 0; i < mu.size(); i++) {
            double p = mu.get(i);
            sum -= (p > 0 ? p * Math.log(p) : 0) + (p < 1 ? (1 - p) * Math.log1p(-p) : 0);
        }
        return sum;
    }

    /** {@link #infer} with 10 sweeps: μ2, [rows, hidden2]. */
    public Tensor encode(Tensor v) {
        return infer(v, 10).upper();
    }

    /** p(v = 1 | h1) = σ(h1 W1ᵀ + b), [rows, visible]. */
    public Tensor decode(Tensor lower) {
        return Shapes.unitRows("first hidden", lower, lowerWeights.columns(), lowerWeights.precision())
                .matmulTranspose(lowerWeights)
                .plus(visibleBias)
                .sigmoid();
    }

    /**
     * ln Z, the logarithm of Σ e^-E over all states: a sum over every state of h1.
     *
     * @throws IllegalArgumentException if h1 has more than 20 units
     */
    public double logPartition() {
        int units = lowerWeights.columns();
        Tensor h1 = Tensor.zeros(Shape.of(1, units), lowerWeights.precision());
        return LogSum.overStates("Dbm.logPartition", units, state -> {
            for (int i = 0; i < units; i++) {
                h1.set(i, state[i] ? 1 : 0);
            }
            return LogSum.inputs(state, lowerBias)
                    + softplus(h1.matmulTranspose(lowerWeights).plus(visibleBias))
                    + softplus(h1.affine(upperWeights, upperBias));
        });
    }

    private static double softplus(Tensor inputs) {
        double sum = 0;
        for (int i = 0; i < inputs.size(); i++) {
            sum += LogSum.softplus(inputs.get(i));
        }
        return sum;
    }

    /** The sizes: {@code DBM 784 - 200 - 100}. */
    @Override
    public String toString() {
        return "DBM " + lowerWeights.rows() + " - " + lowerWeights.columns() + " - " + upperWeights.columns();
    }
}
