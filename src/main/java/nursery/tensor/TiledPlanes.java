package nursery.tensor;

import java.util.Arrays;

/**
 * {@link Planes} for filters of 3 x 3 and stride 1 with two thirds of the multiplications, by Winograd's F(2, 3) along
 * the columns (Lavin and Gray 2016, "Fast algorithms for convolutional neural networks"). Two rows y of the output come
 * from four rows d of the padded image and the three rows g of a filter:
 *
 * <pre>
 * m0 = (d0 - d2) g0                    y0 = m0 + m1 + m2
 * m1 = (d1 + d2) (g0 + g1 + g2) / 2    y1 = m1 - m2 - m3
 * m2 = (d2 - d1) (g0 - g1 + g2) / 2
 * m3 = (d1 - d3) g2
 * </pre>
 *
 * The four components are sums over channels and columns of a filter. The error is about that of the plain sum, for no
 * factor is larger than 1. Infinity or NaN in a row of the image also reaches the other row of its tile, where the plain
 * sum would not have it: both are lost anyway once a loss is taken.
 */
final class TiledPlanes extends Planes {
    static final int SIZE = 3;

    private int channels;
    private int rows;
    private int columns;
    private int padding;
    private int tiles; // of two rows of the output

    TiledPlanes() {
        super(4, 2, 1);
    }

    @Override
    void plan(Tensor image, int spread, int padding, int size, int stride, Tensor out, int window) {
        channels = image.shape().dim(1);
        rows = image.shape().dim(2);
        columns = image.shape().dim(3);
        this.padding = padding;
        int outColumns = out.shape().dim(3);
        tiles = (out.shape().dim(2) + 1) / 2;
        pitch = Math.max(outColumns + SIZE - 1 - padding, padding + columns);
        places = (tiles - 1) * pitch + outColumns;
        taps = channels * SIZE;
        offsets = offsets.length < taps ? new int[taps] : offsets;
        for (int t = 0; t < taps; t++) {
            offsets[t] = t / SIZE * tiles * pitch + t % SIZE;
        }
        clear(channels * tiles * pitch + SIZE + window);
    }

    @Override
    void load(float[] image, int from) {
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < 2 * tiles + 2; row++) {
                int at = (c * tiles + row / 2) * pitch + padding;
                boolean inside = row >= padding && row < padding + rows;
                int source = inside ? from + (c * rows + row - padding) * columns : -1;
                if (row < 2 * tiles) {
                    copy(image, source, numbers[row % 2], at);
                }
                if (row >= 2) {
                    copy(image, source, numbers[2 + row % 2], at - pitch);
                }
            }
        }
        transform(numbers[0], numbers[1], numbers[2], numbers[3], channels * tiles * pitch);
    }

    /** Copies a row, or zeros where there is none. */
    private void copy(float[] image, int source, float[] to, int at) {
        if (source < 0) {
            Arrays.fill(to, at, at + columns, 0);
        } else {
            System.arraycopy(image, source, to, at, columns);
        }
    }

    private static void transform(float[] a, float[] b, float[] c, float[] d, int n) {
        for (int q = 0; q < n; q++) {
            float d1 = b[q];
            float d2 = c[q];
            a[q] -= d2;
            b[q] = d1 + d2;
            c[q] = d2 - d1;
            d[q] = d1 - d[q];
        }
    }

    @Override
    void weights(float[] w, int from, int direction, int c, float[][] to, int at, int step) {
        for (int v = 0; v < SIZE; v++) {
            float g0 = w[from + direction * v];
            float g1 = w[from + direction * (SIZE + v)];
            float g2 = w[from + direction * (2 * SIZE + v)];
            int place = at + (c * SIZE + v) * step;
            to[0][place] = g0;
            to[1][place] = 0.5f * (g0 + g2 + g1);
            to[2][place] = 0.5f * (g0 + g2 - g1);
            to[3][place] = g2;
        }
    }

    @Override
    void combine(float[][] sums, int n) {
        combine(sums[0], sums[1], sums[2], sums[3], n);
    }

    private static void combine(float[] a, float[] b, float[] c, float[] d, int n) {
        for (int q = 0; q < n; q++) {
            float m1 = b[q];
            float m2 = c[q];
            a[q] += m1 + m2;
            b[q] = m1 - m2 - d[q];
        }
    }
}
