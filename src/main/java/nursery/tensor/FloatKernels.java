package nursery.tensor;

/** float32 in plain loops that the JIT compiler vectorizes by itself. */
class FloatKernels implements Kernels {
    static final Kernels INSTANCE = new FloatKernels();

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }
}
