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
    static Families of(Kernels kernels) {
        return kernels instanceof FloatKernels floats
                ? new Families(floats.convolution(), floats.pooling(), new FloatNormalization())
                : new Families(new ConvolutionKernels() {}, new PoolingKernels() {}, new NormalizationKernels() {});
    }
}
