package nursery.tensor;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, A = V diag(λ) Vᵀ, in float64.
 *
 * <p>An eigenvector may point either way. Here its number of largest size, the first of equals, is positive.
 *
 * @param values λ, the largest first, [n]
 * @param vectors V, one eigenvector of length 1 in each column, in the order of the values, [n, n]
 */
public record EigenDecomposition(Tensor values, Tensor vectors) {

    /**
     * Decomposes a matrix.
     *
     * @param symmetric [n, n]; only numbers on and below the diagonal need be right
     * @throws ShapeException if it is not square
     * @throws IllegalArgumentException if it holds NaN or infinity
     */
    public static EigenDecomposition of(Tensor symmetric) {
        int n = symmetric.rows();
        if (symmetric.columns() != n) {
            throw new ShapeException("expected a square matrix, received " + symmetric.shape()
                    + "; a covariance xᵀx is square and symmetric");
        }
        EigenDecomposition_F64<DMatrixRMaj> ejml = DecompositionFactory_DDRM.eig(n, true, true);
        if (!symmetric.allFinite() || !ejml.decompose(symmetric.toMatrix())) {
            throw new IllegalArgumentException("expected a symmetric matrix of finite numbers, received "
                    + symmetric.shape() + " with others; look for NaN and infinity in the data");
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> -ejml.getEigenvalue(i).getReal()))
                .mapToInt(i -> i)
                .toArray();
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        for (int j = 0; j < n; j++) {
            values[j] = ejml.getEigenvalue(order[j]).getReal();
            double[] vector = ejml.getEigenVector(order[j]).data;
            double sign = sign(vector);
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = sign * vector[i];
            }
        }
        return new EigenDecomposition(Tensor.of(values, Shape.of(n)), Tensor.of(vectors, Shape.of(n, n)));
    }

    private static double sign(double[] vector) {
        double largest = 0;
        for (double x : vector) {
            largest = Math.abs(x) > Math.abs(largest) ? x : largest;
        }
        return largest < 0 ? -1 : 1;
    }
}
