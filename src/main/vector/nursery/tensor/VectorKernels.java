package nursery.tensor;

/** float32 on the Vector API, where the JVM was started with its module. */
final class VectorKernels extends FloatKernels {
    VectorKernels(Workers workers) {
        super(workers, VectorProduct::new);
    }

    @Override
    ShiftedSums shiftedSums() {
        return VectorShiftedSums.preferred();
    }
}
