package nursery.tensor;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * float32 convolution without im2col. Forward is a {@link Correlation}; the input gradient is one too, of dL/dy with the
 * filters turned by 180 degrees; the weight gradient is in {@link WeightSums}. All rest on {@link ShiftedSums}.
 */
final class FloatConvolution implements ConvolutionKernels {
    /** Channels from which on tiles save more than they cost. */
    private static final int WORTH_TILING = 8;

    private final Correlation padded;
    private final Correlation tiled;
    private final WeightSums weightSums;

    FloatConvolution(Supplier<ShiftedSums> loop, Supplier<Interleave> interleave, Workers workers) {
        ShiftedSums[] sums = Stream.generate(loop).limit(workers.threads()).toArray(ShiftedSums[]::new);
        this.padded = new Correlation(sums, workers, PaddedPlanes::new);
        this.tiled = new Correlation(sums, workers, TiledPlanes::new);
        this.weightSums = new WeightSums(sums, interleave, workers);
    }

    private Correlation correlation(int channels, int size, int stride) {
        return channels >= WORTH_TILING && size == TiledPlanes.SIZE && stride == 1 ? tiled : padded;
    }

    @Override
    public void forward(Tensor x, Tensor w, Tensor b, int stride, int padding, Tensor y) {
        int channels = w.shape().dim(1);
        int size = w.shape().dim(2);
        Correlation correlation = correlation(channels, size, stride);
        correlation.plan(x, 1, padding, size, stride, y);
        for (int f = 0; f < w.rows(); f++) {
            for (int c = 0; c < channels; c++) {
                correlation.weights(f, c, w.floats, w.offset + (f * channels + c) * size * size, 1);
            }
        }
        correlation.run(x, b, y);
    }

    @Override
    public void inputGradient(Tensor dy, Tensor w, int stride, int padding, Tensor dx) {
        int channels = w.shape().dim(1);
        int size = w.shape().dim(2);
        Correlation correlation = correlation(w.rows(), size, stride);
        correlation.plan(dy, stride, size - 1 - padding, size, 1, dx);
        for (int f = 0; f < w.rows(); f++) {
            for (int c = 0; c < channels; c++) {
                correlation.weights(c, f, w.floats, w.offset + (f * channels + c + 1) * size * size - 1, -1);
            }
        }
        correlation.run(dy, null, dx);
    }

    @Override
    public void weightGradient(Tensor dy, Tensor x, int stride, int padding, Tensor dw) {
        weightSums.run(dy, x, stride, padding, dw);
    }
}
