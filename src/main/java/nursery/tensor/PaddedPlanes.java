package nursery.tensor;

import java.util.Arrays;

/**
 * One image with its padding, laid out so that a convolution needs no index arithmetic: the rows of a channel lie end to
 * end, and what tap t of a filter meets at place q is {@code numbers[q + offsets[t]]}. Place (i, j) of the output is
 * {@code q = i * pitch + j}; the few places between two rows are computed and left out.
 *
 * <p>With stride 1 the padding on the right of a row is the padding on the left of the next. With a larger stride a
 * channel becomes stride² planes, one for each remainder of row and column, since neighbors in the output look at
 * columns that lie stride apart. And the numbers of an image may themselves be spread, with zeros in between: this is how
 * the input gradient of a strided convolution becomes a convolution of stride 1.
 */
final class PaddedPlanes {
    private int channels;
    private int rows;
    private int columns;
    private int spread;
    private int padding;
    private int stride;
    private int paddedRows;
    private int paddedColumns;
    private int plane; // the length of one plane

    /** The image, with space for a whole window at the last place. */
    float[] numbers = {};

    /** For each tap (channel, row, column) of a filter, where it looks from place 0. */
    int[] offsets = {};

    /** How many taps a filter has. */
    int taps;

    /** The distance of two rows of the output. */
    int pitch;

    /** How many places there are. */
    int places;

    /**
     * Plans the layout.
     *
     * @param image the numbers to come, [batch, channels, rows, columns]
     * @param spread the distance at which the numbers are laid, 1 for an image as it is
     * @param padding how many zeros lie above and left of the numbers
     * @param size the filters are size x size
     * @param out the output, [batch, filters, rows, columns]
     * @param window how many numbers are read at once
     */
    void plan(Tensor image, int spread, int padding, int size, int stride, Tensor out, int window) {
        channels = image.shape().dim(1);
        rows = image.shape().dim(2);
        columns = image.shape().dim(3);
        this.spread = spread;
        this.padding = padding;
        this.stride = stride;
        int outRows = out.shape().dim(2);
        int outColumns = out.shape().dim(3);
        paddedRows = (outRows - 1) * stride + size;
        paddedColumns = (outColumns - 1) * stride + size;
        pitch = stride == 1
                ? Math.max(paddedColumns - padding, padding + (columns - 1) * spread + 1)
                : ceil(paddedColumns, stride);
        plane = ceil(paddedRows, stride) * pitch;
        places = (outRows - 1) * pitch + outColumns;
        taps = channels * size * size;
        planOffsets(size);
        int length = channels * stride * stride * plane + size + window;
        numbers = numbers.length < length ? new float[length] : numbers;
        Arrays.fill(numbers, 0, length, 0);
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }

    private void planOffsets(int size) {
        offsets = offsets.length < taps ? new int[taps] : offsets;
        for (int c = 0, t = 0; c < channels; c++) {
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    offsets[t++] = at(c, u, v);
                }
            }
        }
    }

    /** Where (row, column) of a padded channel lies. */
    private int at(int channel, int row, int column) {
        int which = (channel * stride + row % stride) * stride + column % stride;
        return which * plane + row / stride * pitch + column / stride;
    }

    /** Lays out the image that starts at {@code from}. */
    void load(float[] image, int from) {
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < rows && padding + i * spread < paddedRows; i++) {
                loadRow(image, from + (c * rows + i) * columns, c, padding + i * spread);
            }
        }
    }

    private void loadRow(float[] image, int from, int channel, int row) {
        if (spread == 1 && stride == 1) {
            System.arraycopy(image, from, numbers, at(channel, row, padding), columns);
        } else {
            for (int j = 0; j < columns && padding + j * spread < paddedColumns; j++) {
                numbers[at(channel, row, padding + j * spread)] = image[from + j];
            }
        }
    }
}
