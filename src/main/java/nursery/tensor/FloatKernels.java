package nursery.tensor;

import org.jspecify.annotations.Nullable;

/**
 * float32 in plain loops that the JIT compiler vectorizes by itself: what runs on a JVM without the Vector API, and the
 * base of the kernels that use it. Each family of operations is an interface of its own.
 */
class FloatKernels implements Kernels, FloatProducts, FloatActivations, FloatSums, FloatUpdates {
    private static final ThreadLocal<Kernels> OF_THREAD = ThreadLocal.withInitial(FloatKernels::create);

    private final Scratch scratch = new Scratch(4);
    private final Product operands = new Product();
    private final PlainProduct product = new PlainProduct();

    static Kernels ofThread() {
        return OF_THREAD.get();
    }

    static Kernels create() {
        return new FloatKernels();
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public Scratch scratch() {
        return scratch;
    }

    @Override
    public void multiply(
            Tensor a, boolean transposeA, Tensor b, boolean transposeB, @Nullable Tensor bias, Tensor out) {
        operands.set(a, transposeA, b, transposeB, bias, out);
        product.run(operands, 0, operands.m);
    }
}
