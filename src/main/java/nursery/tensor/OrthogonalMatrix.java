package nursery.tensor;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** Draws matrices with orthonormal columns, all of them equally likely. */
final class OrthogonalMatrix {
    private OrthogonalMatrix() {}

    /**
     * A matrix with QᵀQ = I, rows &gt;= columns: the Q of the QR decomposition of numbers from N(0, 1), with the signs
     * that make the diagonal of R positive (Mezzadri 2007).
     */
    static DMatrixRMaj draw(int rows, int columns, RandomGenerator random) {
        DMatrixRMaj normal = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < normal.getNumElements(); i++) {
            normal.data[i] = random.nextGaussian();
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows, columns);
        if (!qr.decompose(normal)) {
            throw new IllegalStateException(
                    "orthogonal: expected numbers that can be decomposed, received others; use another seed");
        }
        DMatrixRMaj q = qr.getQ(null, true);
        DMatrixRMaj r = qr.getR(null, true);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                q.set(i, j, r.get(j, j) < 0 ? -q.get(i, j) : q.get(i, j));
            }
        }
        return q;
    }
}
