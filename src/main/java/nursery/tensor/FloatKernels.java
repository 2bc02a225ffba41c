package nursery.tensor;

import java.lang.reflect.Constructor;
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

    /** The kernels of the calling thread. */
    static Kernels ofThread() {
        return OF_THREAD.get();
    }

    /** New kernels: on the Vector API where the JVM has it. */
    static Kernels create() {
        try {
            return Vectorized.NEW == null ? new FloatKernels() : Vectorized.NEW.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // it has been called before
        }
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
    public Product operands() {
        return operands;
    }

    /** The inner loop of convolutions. */
    ShiftedSums shiftedSums() {
        return new PlainShiftedSums();
    }

    @Override
    public void multiply(Product p) {
        product.run(p, 0, p.m);
    }

    /** The kernels on the Vector API, found by name: their class cannot even be loaded without its module. */
    private static final class Vectorized {
        private static final @Nullable Constructor<? extends FloatKernels> NEW = find();

        private static @Nullable Constructor<? extends FloatKernels> find() {
            if (!FloatMath.FMA
                    || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
                return null;
            }
            try {
                Constructor<? extends FloatKernels> constructor = Class.forName("nursery.tensor.VectorKernels")
                        .asSubclass(FloatKernels.class)
                        .getDeclaredConstructor();
                constructor.newInstance(); // links all that it needs
                return constructor;
            } catch (ReflectiveOperationException | LinkageError e) {
                return null;
            }
        }
    }
}
