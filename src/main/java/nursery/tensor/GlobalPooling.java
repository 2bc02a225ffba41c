package nursery.tensor;

/** One number for each channel of an image: [batch, channels, height, width] to [batch, channels], and its gradient. */
public final class GlobalPooling {
    private GlobalPooling() {}

    /** y[n, c] = the mean of x[n, c, i, j] over all i and j. */
    public static Tensor mean(Tensor x) {
        Tensor y = x.result(x.rows(), x.shape().dim(1));
        int places = x.size() / Math.max(1, y.size());
        for (int c = 0; c < y.size(); c++) {
            double sum = 0;
            for (int q = c * places; q < (c + 1) * places; q++) {
                sum += x.get(q);
            }
            y.set(c, sum / places);
        }
        return y;
    }

    /** dL/dx for {@link #mean}: an equal share to each place. */
    public static Tensor meanGradient(Tensor dy, Tensor x) {
        Tensor dx = dy.result(x.shape());
        int places = x.size() / Math.max(1, dy.size());
        for (int q = 0; q < dx.size(); q++) {
            dx.set(q, dy.get(q / places) / places);
        }
        return dx;
    }

    /** y[n, c] = the largest of x[n, c, i, j]; NaN if there is one. */
    public static Tensor max(Tensor x) {
        Tensor y = x.result(x.rows(), x.shape().dim(1));
        int places = x.size() / Math.max(1, y.size());
        for (int c = 0; c < y.size(); c++) {
            y.set(c, x.get(largest(x, c * places, places)));
        }
        return y;
    }

    /** dL/dx for {@link #max}: all of it to the first of the largest numbers. */
    public static Tensor maxGradient(Tensor dy, Tensor x) {
        Tensor dx = dy.result(x.shape());
        dx.fill(0);
        int places = x.size() / Math.max(1, dy.size());
        for (int c = 0; c < dy.size(); c++) {
            dx.set(largest(x, c * places, places), dy.get(c));
        }
        return dx;
    }

    /** The place of the first of the largest numbers, or of the first NaN. */
    private static int largest(Tensor x, int from, int n) {
        int best = from;
        for (int q = from + 1; q < from + n && !Double.isNaN(x.get(best)); q++) {
            if (!(x.get(q) <= x.get(best))) {
                best = q;
            }
        }
        return best;
    }
}
