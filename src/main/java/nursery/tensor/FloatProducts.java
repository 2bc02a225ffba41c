package nursery.tensor;

/** float32: matrix products. */
interface FloatProducts extends ProductKernels {

    /** The product to run, the same one each time. */
    Product product();

    @Override
    default void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor out) {
        product().run(a, transposeA, b, transposeB, null, out);
    }

    @Override
    default void affine(Tensor x, Tensor w, Tensor b, Tensor out) {
        product().run(x, false, w, false, b, out);
    }
}
