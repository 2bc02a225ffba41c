package nursery.losses;

import nursery.tensor.Tensor;

/**
 * The multiclass support vector machine of CS231n: Σ over the wrong classes j of max(0, y_j - y_right + 1), the mean
 * over the batch; C - 1 for a net that knows nothing. The right class is the one with the largest target.
 */
public record Hinge() implements Loss {

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        int n = y.columns();
        dy.fill(0);
        for (int row = 0; row < y.rows(); row++) {
            int right = t.argmax(row);
            double pull = 0;
            for (int j = 0; j < n; j++) {
                double margin = y.get(row, j) - y.get(row, right) + 1;
                if (j != right && !(margin <= 0)) { // NaN counts
                    loss += margin;
                    pull += 1;
                    dy.set(row * n + j, 1.0 / y.rows());
                }
            }
            dy.set(row * n + right, -pull / y.rows());
        }
        return loss / y.rows();
    }

    @Override
    public String toString() {
        return "hinge()";
    }
}
