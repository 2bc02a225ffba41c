package nursery.tensor;

import java.util.Arrays;

/**
 * The weight gradient of a float32 convolution: dw[f, c, u, v] = Σ dy[f, i, j] · x[c, i stride + u, j stride + v].
 *
 * <p>With the channels of x innermost, what row u of a filter meets at a place is one run of size · channels numbers. So
 * a window of {@link ShiftedSums} runs over (v, c), its terms are the places, and its weights are dy of a group of
 * filters. The places are taken in bands of rows that fit the first-level cache.
 */
final class WeightSums {
    private static final int BAND = 4096; // numbers of x in a band: 16 KB

    private final ShiftedSums sums;
    private final int group; // filters at a time

    /** One padded image, [row][column][channel]. */
    private float[] image = {};

    /** dy of one image, [group of filters][place][filter]. */
    private float[] dys = {};

    /** The gradient so far, [group][u][filter][(v, channel), rounded up to windows]. */
    private float[] results = {};

    /** Where the window of each place of a band starts. */
    private int[] offsets = {};

    WeightSums(ShiftedSums sums) {
        this.sums = sums;
        this.group = sums.sums();
    }

    void run(Tensor dy, Tensor x, int stride, int padding, Tensor dw) {
        int filters = dw.shape().dim(0);
        int channels = dw.shape().dim(1);
        int size = dw.shape().dim(2);
        int outRows = dy.shape().dim(2);
        int outColumns = dy.shape().dim(3);
        int rows = (outRows - 1) * stride + size;
        int columns = (outColumns - 1) * stride + size;
        int run = (size * channels + sums.width() - 1) / sums.width() * sums.width();
        int groups = (filters + group - 1) / group;
        int band = Math.max(1, Math.min(outRows, BAND / (columns * channels * stride)));
        int places = outRows * outColumns;

        image = zeros(image, rows * columns * channels + run);
        dys = zeros(dys, groups * places * group);
        results = zeros(results, groups * size * group * run);
        offsets = offsets.length < band * outColumns ? new int[band * outColumns] : offsets;
        for (int q = 0; q < band * outColumns; q++) {
            offsets[q] = (q / outColumns * columns + q % outColumns) * stride * channels;
        }

        for (int n = 0; n < x.rows(); n++) {
            load(x, n, rows, columns, padding);
            interleave(dy, n, places);
            for (int top = 0; top < outRows; top += band) {
                int terms = Math.min(band, outRows - top) * outColumns;
                for (int g = 0; g < groups; g++) {
                    int dyAt = (g * places + top * outColumns) * group;
                    for (int u = 0; u < size; u++) {
                        int from = (top * stride + u) * columns * channels;
                        int to = (g * size + u) * group * run;
                        for (int j = 0; j < run; j += sums.width()) {
                            sums.add(dys, dyAt, image, from + j, offsets, terms, results, to + j, run);
                        }
                    }
                }
            }
        }
        unpack(dw, run);
    }

    private static float[] zeros(float[] old, int length) {
        if (old.length < length) {
            return new float[length];
        }
        Arrays.fill(old, 0, length, 0);
        return old;
    }

    /** Image n with the channels innermost. */
    private void load(Tensor x, int n, int rows, int columns, int padding) {
        int channels = x.shape().dim(1);
        int width = Math.min(x.shape().dim(3), columns - padding);
        for (int i = 0; i < x.shape().dim(2) && padding + i < rows; i++) {
            for (int c = 0; c < channels; c++) {
                int from = x.offset + x.index(n, c, i, 0);
                int to = ((padding + i) * columns + padding) * channels + c;
                for (int j = 0; j < width; j++) {
                    image[to + j * channels] = x.floats[from + j];
                }
            }
        }
    }

    /** dy of image n, the filters of a group side by side. */
    private void interleave(Tensor dy, int n, int places) {
        for (int f = 0; f < dy.shape().dim(1); f++) {
            int from = dy.offset + dy.index(n, f, 0, 0);
            int to = f / group * places * group + f % group;
            for (int q = 0; q < places; q++) {
                dys[to + q * group] = dy.floats[from + q];
            }
        }
    }

    private void unpack(Tensor dw, int run) {
        int channels = dw.shape().dim(1);
        int size = dw.shape().dim(2);
        for (int f = 0; f < dw.rows(); f++) {
            for (int u = 0; u < size; u++) {
                int from = ((f / group * size + u) * group + f % group) * run;
                for (int v = 0; v < size; v++) {
                    for (int c = 0; c < channels; c++) {
                        dw.floats[dw.offset + dw.index(f, c, u, v)] = results[from + v * channels + c];
                    }
                }
            }
        }
    }
}
