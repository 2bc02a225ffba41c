package nursery.tensor;

/**
 * The maximum within square windows, per channel, and its gradient. x: [batch, channels, height, width], y: [batch,
 * channels, outHeight, outWidth]; windows that do not fit at the right and lower edge are left out.
 */
public final class Pooling {
    private Pooling() {}

    /** y[n, c, i, j] = max over u, v &lt; size of x[n, c, i stride + u, j stride + v]. */
    public static Tensor max(Tensor x, int size, int stride) {
        Tensor y = x.result(
                x.rows(),
                x.shape().dim(1),
                Convolution.outputLength(x.shape().dim(2), size, stride, 0),
                Convolution.outputLength(x.shape().dim(3), size, stride, 0));
        x.families().pooling().max(x, size, stride, y);
        return y;
    }

    /** dL/dx from dL/dy for {@code y = max(x, size, stride)}: to the first of the largest numbers of each window. */
    public static Tensor maxGradient(Tensor dy, Tensor x, Tensor y, int size, int stride) {
        Tensor dx = dy.result(x.shape());
        dy.families().pooling().maxGradient(dy, x, y, size, stride, dx);
        return dx;
    }
}
