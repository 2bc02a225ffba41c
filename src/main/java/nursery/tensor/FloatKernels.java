package nursery.tensor;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * float32 in plain loops that the JIT compiler vectorizes by itself: what runs on a JVM without the Vector API, and the
 * base of the kernels that use it. Each family of operations is an interface of its own.
 */
class FloatKernels implements Kernels, FloatProducts, FloatActivations, FloatSums, FloatAdaptive, FloatLimits {
    private static final ThreadLocal<Kernels> OF_THREAD = ThreadLocal.withInitial(() -> create(Workers.of(1)));

    private final Workers workers;
    private final Scratch scratch = new Scratch(5);
    private final FloatLoop loop = new FloatLoop();
    private final LaneSums laneSums = new LaneSums();
    private final Product product;

    FloatKernels(Workers workers) {
        this(workers, PlainProduct::new);
    }

    FloatKernels(Workers workers, Supplier<Product.Engine> engine) {
        this.workers = workers;
        product = new Product(
                workers, Stream.generate(engine).limit(workers.threads()).toArray(Product.Engine[]::new));
    }

    /** The kernels of the calling thread. */
    static Kernels ofThread() {
        return OF_THREAD.get();
    }

    /** New kernels: on the Vector API where the JVM has it. */
    static Kernels create(Workers workers) {
        try {
            return Vectorized.NEW == null ? new FloatKernels(workers) : Vectorized.NEW.newInstance(workers);
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
    public Workers workers() {
        return workers;
    }

    /** The inner loop of convolutions; one for each thread. */
    ShiftedSums shiftedSums() {
        return new PlainShiftedSums();
    }

    /** How a convolution lays numbers side by side; one for each thread. */
    Interleave interleave() {
        return new Interleave();
    }

    /** Convolution, shared among the workers. */
    FloatConvolution convolution() {
        return new FloatConvolution(this::shiftedSums, this::interleave, workers);
    }

    /** Pooling, shared among the workers. */
    FloatPooling pooling() {
        return new FloatPooling(workers);
    }

    @Override
    public FloatLoop loop() {
        return loop;
    }

    @Override
    public LaneSums laneSums() {
        return laneSums;
    }

    @Override
    public Product product() {
        return product;
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
                        .getDeclaredConstructor(Workers.class);
                constructor.newInstance(Workers.of(1)); // links the products
                return constructor;
            } catch (ReflectiveOperationException | LinkageError e) {
                return null;
            }
        }
    }
}
