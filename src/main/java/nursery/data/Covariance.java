package nursery.data;

import nursery.tensor.EigenDecomposition;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * How the columns of some rows vary together, in float64.
 *
 * @param mean the mean of each column, [columns]
 * @param matrix (x - mean)ᵀ (x - mean) / rows, [columns, columns]
 */
record Covariance(Tensor mean, Tensor matrix) {
    /** So many rows are converted to float64 at a time. */
    static final int BLOCK = 1024;

    static Covariance of(Tensor features) {
        Tensor x = features.flat();
        int n = x.columns();
        Tensor mean = Columns.of(x).mean();
        Tensor matrix = Tensor.zeros(Shape.of(n, n), Precision.FLOAT64);
        for (int from = 0; from < x.rows(); from += BLOCK) {
            Tensor block = x.rows(from, Math.min(from + BLOCK, x.rows()))
                    .to(Precision.FLOAT64)
                    .minus(mean);
            matrix.addInPlace(1.0 / x.rows(), block.transposeMatmul(block));
        }
        return new Covariance(mean, matrix);
    }

    /** The directions in which the rows vary most, with their variances. */
    EigenDecomposition decompose() {
        return EigenDecomposition.of(matrix);
    }
}
