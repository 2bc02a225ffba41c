package nursery.tensor;

/**
 * Cross-correlation of images with filters, which every deep-learning library calls convolution, and its gradients:
 *
 * <pre>y[n, f, i, j] = b[f] + Σ_c Σ_u Σ_v w[f, c, u, v] · x[n, c, i stride + u - padding, j stride + v - padding]</pre>
 *
 * with x: [batch, channels, height, width], zero outside of the image, w: [filters, channels, size, size], b: [filters]
 * and y: [batch, filters, outHeight, outWidth].
 */
public final class Convolution {
    private Convolution() {}

    /** How many places a window of {@code size} takes along {@code length} numbers; 0 or less when it does not fit. */
    public static int outputLength(int length, int size, int stride, int padding) {
        return Math.floorDiv(length + 2 * padding - size, stride) + 1;
    }

    /** y: [batch, filters, outHeight, outWidth]. */
    public static Tensor forward(Tensor x, Tensor w, Tensor b, int stride, int padding) {
        int size = w.shape().dim(2);
        Tensor out = x.result(
                x.rows(),
                w.rows(),
                outputLength(x.shape().dim(2), size, stride, padding),
                outputLength(x.shape().dim(3), size, stride, padding));
        x.families().convolution().forward(x, w, b, stride, padding, out);
        return out;
    }

    /** dL/dx, of the shape of {@code x}, from dL/dy. */
    public static Tensor inputGradient(Tensor dy, Tensor w, Tensor x, int stride, int padding) {
        Tensor out = dy.result(x.shape());
        dy.families().convolution().inputGradient(dy, w, stride, padding, out);
        return out;
    }

    /** dL/dw, of the shape of {@code w}, from dL/dy. */
    public static Tensor weightGradient(Tensor dy, Tensor x, Tensor w, int stride, int padding) {
        Tensor out = dy.result(w.shape());
        dy.families().convolution().weightGradient(dy, x, stride, padding, out);
        return out;
    }

    /** dL/db, of the shape of {@code b}, from dL/dy: its sum over rows and places. */
    public static Tensor biasGradient(Tensor dy, Tensor b) {
        Tensor out = dy.result(b.shape());
        dy.families().normalization().sum(dy, out);
        return out;
    }
}
