package nursery.losses;

import nursery.tensor.Tensor;

/**
 * The multiclass support vector machine of CS231n: Σ over the wrong classes j of max(0, y_j - y_right + Δ), the mean
 * over the batch; Δ (C - 1) for a net that knows nothing. The right class is the one with the largest target. Takes the
 * scores as they are. PyTorch's MultiMarginLoss is this over C.
 *
 * @param margin how far Δ the right score has to be above the others, above 0; 1 by default
 */
public record Hinge(double margin) implements Loss {

    /** Checks the margin. */
    public Hinge {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "hinge: expected a finite margin above 0, received " + margin + "; 1 is usual");
        }
    }

    /** A margin of 1. */
    public Hinge() {
        this(1);
    }

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        int n = y.columns();
        dy.fill(0);
        for (int row = 0; row < y.rows(); row++) {
            int right = t.argmax(row);
            double pull = 0;
            for (int j = 0; j < n; j++) {
                double missing = y.get(row, j) - y.get(row, right) + margin;
                if (j != right && !(missing <= 0)) { // NaN counts
                    loss += missing;
                    pull += 1;
                    dy.set(row * n + j, 1.0 / y.rows());
                }
            }
            dy.set(row * n + right, -pull / y.rows());
        }
        return loss / y.rows();
    }

    /** Expects at least two classes and targets from 0 to 1. */
    @Override
    public void requireTargets(Tensor t) {
        TargetChecks.requireClasses(this, t);
    }

    @Override
    public String toString() {
        return margin == 1 ? "hinge()" : "hinge(" + margin + ")";
    }
}
