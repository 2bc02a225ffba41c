package nursery.tensor;

/**
 * The kernels of the layers that work on images and batches, for one arena.
 *
 * @param convolution of {@link Convolution}
 * @param pooling of {@link Pooling}
 * @param normalization of {@link Normalization}
 */
record Families(ConvolutionKernels convolution, PoolingKernels pooling, NormalizationKernels normalization) {

    /** float32: the fast ones; float64: the reference. */
    static Families of(Precision precision) {
        return precision == Precision.FLOAT32
                ? new Families(new FloatConvolution(ShiftedSums.best()), new FloatPooling(), new FloatNormalization())
                : new Families(new ConvolutionKernels() {}, new PoolingKernels() {}, new NormalizationKernels() {});
    }
}
