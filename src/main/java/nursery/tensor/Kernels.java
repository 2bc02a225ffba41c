package nursery.tensor;

/**
 * The seam below {@link Tensor}: what a precision has to compute, one interface for each family. Every operation has a
 * naive, readable loop as its default, which is the reference; an implementation overrides the hot ones and a test
 * holds each override against the default. Arguments are checked by {@code Tensor}.
 *
 * <p>Kernels own scratch memory, so they belong to one thread, as an {@link Arena} does.
 */
interface Kernels extends ProductKernels, ActivationKernels, SumKernels, UpdateKernels, AdaptiveKernels, LimitKernels {

    /** The precision of all operands. */
    Precision precision();

    /** The kernels of tensors without an arena, on the calling thread. */
    static Kernels of(Precision precision) {
        return precision == Precision.FLOAT32 ? FloatKernels.ofThread() : DoubleKernels.INSTANCE;
    }

    /** Kernels of their own, for an arena, whose work {@code workers} share. */
    static Kernels create(Precision precision, Workers workers) {
        return precision == Precision.FLOAT32 ? FloatKernels.create(workers) : DoubleKernels.INSTANCE;
    }
}
