package nursery.tensor;

/** Matrix products: {@code out} is never one of the operands. */
interface ProductKernels extends ElementwiseKernels {

    /** out[m, n] = a[m, k] · b[k, n], each operand transposed first if so marked. */
    default void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor out) {
        int m = out.rows();
        int n = out.columns();
        int inner = transposeA ? a.rows() : a.columns();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += a.get(transposeA ? k * m + i : i * inner + k)
                            * b.get(transposeB ? j * inner + k : k * n + j);
                }
                out.set(i * n + j, sum);
            }
        }
    }

    /** out[m, n] = x[m, k] · w[k, n] + b[n]. */
    default void affine(Tensor x, Tensor w, Tensor b, Tensor out) {
        matmul(x, false, w, false, out);
        plus(out, b, out);
    }
}
