package nursery.tensor;

/** float32 on the Vector API, where the JVM was started with its module. */
final class VectorKernels extends FloatKernels {
    private final VectorProduct product = new VectorProduct();

    @Override
    ShiftedSums shiftedSums() {
        return VectorShiftedSums.preferred();
    }

    @Override
    public void multiply(Product p) {
        product.run(p, 0, p.m, 0, p.n);
    }
}
