package nursery.tensor;

import java.util.Arrays;

/**
 * float32 pooling without a branch: which number is the largest cannot be predicted. Windows of two by two side by side,
 * the usual ones, have loops of their own. Workers share the planes.
 */
class FloatPooling implements PoolingKernels {
    private static final Tensor NONE = Tensor.of(new float[0], Shape.of(0));

    private final Workers workers;
    private final Workers.Task maxima = this::maxima;
    private final Workers.Task gradients = this::gradients;

    /** For each thread, the maximum of the rows of a window, for each column. */
    private final float[][] columns;

    private Tensor dy = NONE;
    private Tensor x = NONE;
    private Tensor y = NONE;
    private Tensor dx = NONE;
    private int size;
    private int stride;

    FloatPooling(Workers workers) {
        this.workers = workers;
        columns = new float[workers.threads()][0];
    }

    @Override
    public final void max(Tensor x, int size, int stride, Tensor y) {
        set(NONE, x, y, NONE, size, stride);
        workers.run(maxima, x.size());
    }

    @Override
    public final void maxGradient(Tensor dy, Tensor x, Tensor y, int size, int stride, Tensor dx) {
        set(dy, x, y, dx, size, stride);
        workers.run(gradients, x.size());
    }

    private void set(Tensor dy, Tensor x, Tensor y, Tensor dx, int size, int stride) {
        this.dy = dy;
        this.x = x;
        this.y = y;
        this.dx = dx;
        this.size = size;
        this.stride = stride;
    }

    private boolean pairs() {
        return size == 2 && stride == 2;
    }

    private static int first(int planes, int part, int parts) {
        return (int) ((long) planes * part / parts);
    }

    private void maxima(int part, int parts) {
        int planes = x.rows() * x.shape().dim(1);
        int height = x.shape().dim(2);
        int width = x.shape().dim(3);
        int outRows = y.shape().dim(2);
        int outColumns = y.shape().dim(3);
        for (int plane = first(planes, part, parts); plane < first(planes, part + 1, parts); plane++) {
            for (int i = 0; i < outRows; i++) {
                int from = x.offset + (plane * height + i * stride) * width;
                int to = y.offset + (plane * outRows + i) * outColumns;
                if (pairs()) {
                    maxOfPairs(x.floats, from, width, y.floats, to, outColumns);
                } else {
                    maxOfWindows(maxOfRows(part, from, width), to, outColumns);
                }
            }
        }
    }

    private float[] maxOfRows(int part, int from, int width) {
        columns[part] = columns[part].length < width ? new float[width] : columns[part];
        System.arraycopy(x.floats, from, columns[part], 0, width);
        for (int u = 1; u < size; u++) {
            maxInto(columns[part], x.floats, from + u * width, width);
        }
        return columns[part];
    }

    private static void maxInto(float[] columns, float[] x, int from, int width) {
        for (int j = 0; j < width; j++) {
            columns[j] = Math.max(columns[j], x[from + j]);
        }
    }

    private void maxOfWindows(float[] columns, int at, int n) {
        for (int j = 0; j < n; j++) {
            float max = columns[j * stride];
            for (int v = 1; v < size; v++) {
                max = Math.max(max, columns[j * stride + v]);
            }
            y.floats[at + j] = max;
        }
    }

    /** y = the maxima of n windows of two by two, the first at {@code top} and, in the row below, {@code top + width}. */
    void maxOfPairs(float[] x, int top, int width, float[] y, int at, int n) {
        for (int j = 0; j < n; j++) {
            int k = top + 2 * j;
            y[at + j] = Math.max(Math.max(x[k], x[k + width]), Math.max(x[k + 1], x[k + width + 1]));
        }
    }

    private void gradients(int part, int parts) {
        int planes = x.rows() * x.shape().dim(1);
        int height = x.shape().dim(2);
        int width = x.shape().dim(3);
        int outRows = y.shape().dim(2);
        int outColumns = y.shape().dim(3);
        boolean covered = pairs() && height == 2 * outRows && width == 2 * outColumns;
        for (int plane = first(planes, part, parts); plane < first(planes, part + 1, parts); plane++) {
            if (!covered) {
                int from = dx.offset + plane * height * width;
                Arrays.fill(dx.floats, from, from + height * width, 0);
            }
            for (int i = 0; i < outRows; i++) {
                int top = (plane * height + i * stride) * width;
                int at = (plane * outRows + i) * outColumns;
                if (pairs()) {
                    givePairs(
                            dy.floats,
                            dy.offset + at,
                            y.floats,
                            y.offset + at,
                            x.floats,
                            x.offset + top,
                            dx.floats,
                            dx.offset + top,
                            width,
                            outColumns);
                } else {
                    giveWindows(at, top, width, outColumns);
                }
            }
        }
    }

    private void giveWindows(int at, int top, int width, int n) {
        for (int j = 0; j < n; j++) {
            give(dy.floats[dy.offset + at + j], y.floats[y.offset + at + j], top + j * stride, width);
        }
    }

    /** Adds d to the first number of the window that has the bits of the maximum. */
    private void give(float d, float max, int from, int width) {
        int left = Float.floatToRawIntBits(d); // 0 once it is given away
        int wanted = Float.floatToRawIntBits(max);
        for (int u = 0; u < size; u++) {
            for (int v = 0; v < size; v++) {
                int k = from + u * width + v;
                int differs = differs(x.floats[x.offset + k], wanted);
                dx.floats[dx.offset + k] += Float.intBitsToFloat(left & ~differs);
                left &= differs;
            }
        }
    }

    /** All ones where x has other bits than {@code wanted}, else 0. */
    private static int differs(float x, int wanted) {
        int other = Float.floatToRawIntBits(x) ^ wanted;
        return (other | -other) >> 31;
    }

    /** What {@link #give} does, for n windows of two by two; all of dx there is written. */
    void givePairs(
            float[] dy, int dyAt, float[] y, int yAt, float[] x, int xTop, float[] dx, int dxTop, int width, int n) {
        for (int j = 0; j < n; j++) {
            int from = xTop + 2 * j;
            int to = dxTop + 2 * j;
            int wanted = Float.floatToRawIntBits(y[yAt + j]);
            int left = Float.floatToRawIntBits(dy[dyAt + j]);
            int differs = differs(x[from], wanted);
            dx[to] = Float.intBitsToFloat(left & ~differs);
            left &= differs;
            differs = differs(x[from + 1], wanted);
            dx[to + 1] = Float.intBitsToFloat(left & ~differs);
            left &= differs;
            differs = differs(x[from + width], wanted);
            dx[to + width] = Float.intBitsToFloat(left & ~differs);
            left &= differs;
            differs = differs(x[from + width + 1], wanted);
            dx[to + width + 1] = Float.intBitsToFloat(left & ~differs);
        }
    }
}
