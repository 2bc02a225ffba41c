package nursery.tensor;

/**
 * The mean within square windows, per channel, and its gradient. x: [batch, channels, height, width], y: [batch,
 * channels, outHeight, outWidth]; windows that do not fit at the right and lower edge are left out.
 */
public final class MeanPooling {
    private MeanPooling() {}

    /** y[n, c, i, j] = the mean over u, v &lt; size of x[n, c, i stride + u, j stride + v]. */
    public static Tensor mean(Tensor x, int size, int stride) {
        int width = x.shape().dim(3);
        Tensor y = x.result(
                x.rows(),
                x.shape().dim(1),
                Convolution.outputLength(x.shape().dim(2), size, stride, 0),
                Convolution.outputLength(width, size, stride, 0));
        for (int q = 0; q < y.size(); q++) {
            int from = corner(q, x, y, stride);
            double sum = 0;
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    sum += x.get(from + u * width + v);
                }
            }
            y.set(q, sum / (size * size));
        }
        return y;
    }

    /** dL/dx from dL/dy for {@code mean(x, size, stride)}: an equal share to each number of a window. */
    public static Tensor gradient(Tensor dy, Tensor x, int size, int stride) {
        int width = x.shape().dim(3);
        Tensor dx = dy.result(x.shape());
        dx.fill(0);
        for (int q = 0; q < dy.size(); q++) {
            int from = corner(q, x, dy, stride);
            double share = dy.get(q) / (size * size);
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    int at = from + u * width + v;
                    dx.set(at, dx.get(at) + share);
                }
            }
        }
        return dx;
    }

    /** Where in x the window of the q-th number of y begins. */
    private static int corner(int q, Tensor x, Tensor y, int stride) {
        int columns = y.shape().dim(3);
        int row = q / columns; // of all planes, one below the other
        int rows = y.shape().dim(2);
        int top = row / rows * x.shape().dim(2) + row % rows * stride;
        return top * x.shape().dim(3) + q % columns * stride;
    }
}
