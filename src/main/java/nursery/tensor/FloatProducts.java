package nursery.tensor;

/** float32: matrix products. */
interface FloatProducts extends ProductKernels {

    /** Operands to set, the same ones each time. */
    Product operands();

    /** Computes a product. */
    void multiply(Product p);

    @Override
    default void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor out) {
        multiply(operands().set(a, transposeA, b, transposeB, null, out));
    }

    @Override
    default void affine(Tensor x, Tensor w, Tensor b, Tensor out) {
        multiply(operands().set(x, false, w, false, b, out));
    }
}
