package nursery.tensor;

import org.jspecify.annotations.Nullable;

/** float32: matrix products. */
interface FloatProducts extends ProductKernels {

    /** Computes out = a · b (+ bias). */
    void multiply(Tensor a, boolean transposeA, Tensor b, boolean transposeB, @Nullable Tensor bias, Tensor out);

    @Override
    default void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor out) {
        multiply(a, transposeA, b, transposeB, null, out);
    }

    @Override
    default void affine(Tensor x, Tensor w, Tensor b, Tensor out) {
        multiply(x, false, w, false, b, out);
    }
}
