package nursery.tensor;

/**
 * {@link Planes} for any filter and stride: one component, the padded image itself, with the rows of a channel end to end.
 *
 * <p>With stride 1 the padding on the right of a row is the padding on the left of the next. With a larger stride a
 * channel becomes stride² planes, one for each remainder of row and column, since neighbors in the output look at
 * columns that lie stride apart. And the numbers of an image may themselves be spread, with zeros in between: this is how
 * the input gradient of a strided convolution becomes a convolution of stride 1.
 */
final class PaddedPlanes extends Planes {
    private int channels;
    private int rows;
    private int columns;
    private int spread;
    private int padding;
    private int stride;
    private int area; // of a filter
    private int paddedRows;
    private int paddedColumns;
    private int plane; // the length of one plane

    PaddedPlanes() {
        super(1, 1, 0);
    }

    @Override
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
        area = size * size;
        taps = channels * area;
        planOffsets(size);
        clear(channels * stride * stride * plane + size + window);
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

    @Override
    void load(float[] image, int from) {
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < rows && padding + i * spread < paddedRows; i++) {
                loadRow(image, from + (c * rows + i) * columns, c, padding + i * spread);
            }
        }
    }

    private void loadRow(float[] image, int from, int channel, int row) {
        if (spread == 1 && stride == 1) {
            System.arraycopy(image, from, numbers[0], at(channel, row, padding), columns);
        } else {
            for (int j = 0; j < columns && padding + j * spread < paddedColumns; j++) {
                numbers[0][at(channel, row, padding + j * spread)] = image[from + j];
            }
        }
    }

    @Override
    void weights(float[] w, int from, int direction, int c, float[][] to, int at, int step) {
        for (int t = 0; t < area; t++) {
            to[0][at + (c * area + t) * step] = w[from + direction * t];
        }
    }

    @Override
    void combine(float[][] sums, int n) {
        // the sums are the output
    }
}
