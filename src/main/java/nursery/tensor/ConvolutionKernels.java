package nursery.tensor;

/**
 * What {@link Convolution} computes; the defaults are the reference. Shapes as there. An instance belongs to one arena,
 * whose thread alone uses it, so that it may keep memory.
 */
interface ConvolutionKernels {

    /** y = b + w ⋆ x. */
    default void forward(Tensor x, Tensor w, Tensor b, int stride, int padding, Tensor y) {
        for (int n = 0; n < y.rows(); n++) {
            for (int f = 0; f < y.shape().dim(1); f++) {
                for (int i = 0; i < y.shape().dim(2); i++) {
                    for (int j = 0; j < y.shape().dim(3); j++) {
                        y.set(
                                y.index(n, f, i, j),
                                b.get(f) + window(x, w, n, f, i * stride - padding, j * stride - padding));
                    }
                }
            }
        }
    }

    private static double window(Tensor x, Tensor w, int n, int f, int top, int left) {
        double sum = 0;
        for (int c = 0; c < x.shape().dim(1); c++) {
            for (int u = 0; u < w.shape().dim(2); u++) {
                for (int v = 0; v < w.shape().dim(3); v++) {
                    if (inside(x, top + u, left + v)) {
                        sum += w.get(w.index(f, c, u, v)) * x.get(x.index(n, c, top + u, left + v));
                    }
                }
            }
        }
        return sum;
    }

    private static boolean inside(Tensor x, int row, int column) {
        return row >= 0
                && row < x.shape().dim(2)
                && column >= 0
                && column < x.shape().dim(3);
    }

    /** dx: every number of dy goes back, times the weight, to where its window looked. */
    default void inputGradient(Tensor dy, Tensor w, int stride, int padding, Tensor dx) {
        dx.fill(0);
        for (int n = 0; n < dy.rows(); n++) {
            for (int f = 0; f < dy.shape().dim(1); f++) {
                for (int i = 0; i < dy.shape().dim(2); i++) {
                    for (int j = 0; j < dy.shape().dim(3); j++) {
                        double d = dy.get(dy.index(n, f, i, j));
                        scatter(d, w, dx, n, f, i * stride - padding, j * stride - padding);
                    }
                }
            }
        }
    }

    private static void scatter(double d, Tensor w, Tensor dx, int n, int f, int top, int left) {
        for (int c = 0; c < dx.shape().dim(1); c++) {
            for (int u = 0; u < w.shape().dim(2); u++) {
                for (int v = 0; v < w.shape().dim(3); v++) {
                    if (inside(dx, top + u, left + v)) {
                        int at = dx.index(n, c, top + u, left + v);
                        dx.set(at, dx.get(at) + d * w.get(w.index(f, c, u, v)));
                    }
                }
            }
        }
    }

    /** dw: for each weight, the sum of dy times what the weight saw there. */
    default void weightGradient(Tensor dy, Tensor x, int stride, int padding, Tensor dw) {
        for (int f = 0; f < dw.rows(); f++) {
            for (int c = 0; c < dw.shape().dim(1); c++) {
                for (int u = 0; u < dw.shape().dim(2); u++) {
                    for (int v = 0; v < dw.shape().dim(3); v++) {
                        dw.set(dw.index(f, c, u, v), seen(dy, x, f, c, u - padding, v - padding, stride));
                    }
                }
            }
        }
    }

    private static double seen(Tensor dy, Tensor x, int f, int c, int top, int left, int stride) {
        double sum = 0;
        for (int n = 0; n < dy.rows(); n++) {
            for (int i = 0; i < dy.shape().dim(2); i++) {
                for (int j = 0; j < dy.shape().dim(3); j++) {
                    if (inside(x, i * stride + top, j * stride + left)) {
                        sum += dy.get(dy.index(n, f, i, j)) * x.get(x.index(n, c, i * stride + top, j * stride + left));
                    }
                }
            }
        }
        return sum;
    }
}
