package nursery.tensor;

/** What {@link Pooling} computes; the defaults are the reference. */
interface PoolingKernels {

    /** y = the maximum of each window; NaN if the window holds one. */
    default void max(Tensor x, int size, int stride, Tensor y) {
        for (int n = 0; n < y.rows(); n++) {
            for (int c = 0; c < y.shape().dim(1); c++) {
                for (int i = 0; i < y.shape().dim(2); i++) {
                    for (int j = 0; j < y.shape().dim(3); j++) {
                        double max = Double.NEGATIVE_INFINITY;
                        for (int u = 0; u < size; u++) {
                            for (int v = 0; v < size; v++) {
                                max = Math.max(max, x.get(x.index(n, c, i * stride + u, j * stride + v)));
                            }
                        }
                        y.set(y.index(n, c, i, j), max);
                    }
                }
            }
        }
    }

    /** dx = dy at the first number of each window that equals the maximum, row by row; 0 elsewhere. */
    default void maxGradient(Tensor dy, Tensor x, Tensor y, int size, int stride, Tensor dx) {
        dx.fill(0);
        for (int n = 0; n < y.rows(); n++) {
            for (int c = 0; c < y.shape().dim(1); c++) {
                for (int i = 0; i < y.shape().dim(2); i++) {
                    for (int j = 0; j < y.shape().dim(3); j++) {
                        int q = y.index(n, c, i, j);
                        int at = firstOf(y.get(q), x, n, c, i * stride, j * stride, size);
                        dx.set(at, dx.get(at) + dy.get(q));
                    }
                }
            }
        }
    }

    private static int firstOf(double max, Tensor x, int n, int c, int top, int left, int size) {
        for (int u = 0; u < size; u++) {
            for (int v = 0; v < size; v++) {
                int at = x.index(n, c, top + u, left + v);
                if (x.get(at) == max) {
                    return at;
                }
            }
        }
        return x.index(n, c, top, left); // the maximum is NaN
    }
}
