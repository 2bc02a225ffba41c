package nursery.tensor;

import java.util.Arrays;

/** float32 pooling without a branch: which number is the largest cannot be predicted. */
final class FloatPooling implements PoolingKernels {
    /** The maximum of the rows of a window, for each column. */
    private float[] columns = {};

    @Override
    public void max(Tensor x, int size, int stride, Tensor y) {
        int height = x.shape().dim(2);
        int width = x.shape().dim(3);
        int outRows = y.shape().dim(2);
        int outColumns = y.shape().dim(3);
        columns = columns.length < width ? new float[width] : columns;
        for (int plane = 0; plane < x.rows() * x.shape().dim(1); plane++) {
            for (int i = 0; i < outRows; i++) {
                int from = x.offset + (plane * height + i * stride) * width;
                System.arraycopy(x.floats, from, columns, 0, width);
                for (int u = 1; u < size; u++) {
                    maxInto(columns, x.floats, from + u * width, width);
                }
                maxOfWindows(
                        columns, size, stride, y.floats, y.offset + (plane * outRows + i) * outColumns, outColumns);
            }
        }
    }

    private static void maxInto(float[] columns, float[] x, int from, int width) {
        for (int j = 0; j < width; j++) {
            columns[j] = Math.max(columns[j], x[from + j]);
        }
    }

    private static void maxOfWindows(float[] columns, int size, int stride, float[] y, int at, int n) {
        for (int j = 0; j < n; j++) {
            float max = columns[j * stride];
            for (int v = 1; v < size; v++) {
                max = Math.max(max, columns[j * stride + v]);
            }
            y[at + j] = max;
        }
    }

    @Override
    public void maxGradient(Tensor dy, Tensor x, Tensor y, int size, int stride, Tensor dx) {
        int height = x.shape().dim(2);
        int width = x.shape().dim(3);
        int outRows = y.shape().dim(2);
        int outColumns = y.shape().dim(3);
        Arrays.fill(dx.floats, dx.offset, dx.offset + dx.size(), 0);
        for (int plane = 0; plane < x.rows() * x.shape().dim(1); plane++) {
            for (int i = 0; i < outRows; i++) {
                int top = (plane * height + i * stride) * width;
                int at = (plane * outRows + i) * outColumns;
                for (int j = 0; j < outColumns; j++) {
                    give(
                            dy.floats[dy.offset + at + j],
                            y.floats[y.offset + at + j],
                            x,
                            dx,
                            top + j * stride,
                            size,
                            width);
                }
            }
        }
    }

    /** Adds d to the first number of the window that has the bits of the maximum. */
    private static void give(float d, float max, Tensor x, Tensor dx, int from, int size, int width) {
        int left = Float.floatToRawIntBits(d); // 0 once it is given away
        int wanted = Float.floatToRawIntBits(max);
        for (int u = 0; u < size; u++) {
            for (int v = 0; v < size; v++) {
                int k = from + u * width + v;
                int other = Float.floatToRawIntBits(x.floats[x.offset + k]) ^ wanted;
                int differs = (other | -other) >> 31; // all ones where the bits differ
                dx.floats[dx.offset + k] += Float.intBitsToFloat(left & ~differs);
                left &= differs;
            }
        }
    }
}
