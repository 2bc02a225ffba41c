package nursery.tensor;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** float64, the reference: EJML's products, and the readable defaults for everything else. */
final class DoubleKernels implements Kernels {
    static final Kernels INSTANCE = new DoubleKernels();

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor out) {
        DMatrixRMaj x = matrix(a);
        DMatrixRMaj y = matrix(b);
        DMatrixRMaj z = new DMatrixRMaj(out.rows(), out.columns());
        if (transposeA && transposeB) {
            CommonOps_DDRM.multTransAB(x, y, z);
        } else if (transposeA) {
            CommonOps_DDRM.multTransA(x, y, z);
        } else if (transposeB) {
            CommonOps_DDRM.multTransB(x, y, z);
        } else {
            CommonOps_DDRM.mult(x, y, z);
        }
        System.arraycopy(z.data, 0, out.doubles, out.offset, out.size());
    }

    private static DMatrixRMaj matrix(Tensor t) {
        return t.offset == 0 ? DMatrixRMaj.wrap(t.rows(), t.columns(), t.doubles) : t.toMatrix();
    }
}
