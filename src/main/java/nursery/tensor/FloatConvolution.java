package nursery.tensor;

/**
 * float32 convolution without im2col. Forward is a {@link Correlation}; the input gradient is one too, of dL/dy with the
 * filters turned by 180 degrees; the weight gradient is in {@link WeightSums}. All rest on {@link ShiftedSums}.
 */
final class FloatConvolution implements ConvolutionKernels {
    private final ShiftedSums sums;
    private final Correlation correlation;
    private final WeightSums weightSums;

    FloatConvolution(ShiftedSums sums) {
        this.sums = sums;
        this.correlation = new Correlation(sums);
        this.weightSums = new WeightSums(sums);
    }

    @Override
    public void forward(Tensor x, Tensor w, Tensor b, int stride, int padding, Tensor y) {
        int taps = w.columns();
        correlation.planes.plan(x, 1, padding, w.shape().dim(2), stride, y, sums.width());
        correlation.reserve(w.rows(), taps);
        for (int f = 0; f < w.rows(); f++) {
            for (int t = 0; t < taps; t++) {
                correlation.weight(f, t, taps, w.floats[w.offset + f * taps + t]);
            }
        }
        correlation.run(x, b, y);
    }

    @Override
    public void inputGradient(Tensor dy, Tensor w, int stride, int padding, Tensor dx) {
        int filters = w.rows();
        int channels = w.shape().dim(1);
        int size = w.shape().dim(2);
        int area = size * size;
        correlation.planes.plan(dy, stride, size - 1 - padding, size, 1, dx, sums.width());
        correlation.reserve(channels, filters * area);
        for (int f = 0; f < filters; f++) {
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < area; t++) {
                    float turned = w.floats[w.offset + (f * channels + c + 1) * area - 1 - t];
                    correlation.weight(c, f * area + t, filters * area, turned);
                }
            }
        }
        correlation.run(dy, null, dx);
    }

    @Override
    public void weightGradient(Tensor dy, Tensor x, int stride, int padding, Tensor dw) {
        weightSums.run(dy, x, stride, padding, dw);
    }
}
