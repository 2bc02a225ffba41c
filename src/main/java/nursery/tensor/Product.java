package nursery.tensor;

import org.jspecify.annotations.Nullable;

/**
 * The operands of out[m, n] = a[m, k] · b[k, n] (+ bias[n]) as arrays and strides, so that a transposed operand is one
 * with its strides exchanged. One object is set again for every product, for a warm step allocates nothing.
 */
final class Product implements Workers.Task {
    private static final float[] NONE = {};

    /** Multiply-adds below which a second thread does not pay. */
    private static final long WORTH_SHARING = 1_000_000;

    /** Columns from which on threads share columns and not rows: each then copies its own part of b only. */
    private static final int WIDE = 256;

    /** One thread's way to multiply, with its scratch memory. */
    interface Engine {
        /** Computes rows {@code top} to {@code bottom} of columns {@code left} to {@code right}. */
        void run(Product p, int top, int bottom, int left, int right);
    }

    float[] a = NONE;
    float[] b = NONE;
    float[] out = NONE;
    int aAt; // where a starts
    int aRow; // from a row of a to the next
    int aColumn;
    int bAt;
    int bRow;
    int bColumn;
    int outAt;
    int m;
    int n;
    int k;
    float @Nullable [] bias;
    int biasAt;

    private final Workers workers;
    private final Engine[] engines;

    Product(Workers workers, Engine[] engines) {
        this.workers = workers;
        this.engines = engines;
    }

    /** Computes out = x · y + addend, each operand transposed first if so marked. */
    void run(Tensor x, boolean transposeX, Tensor y, boolean transposeY, @Nullable Tensor addend, Tensor result) {
        set(x, transposeX, y, transposeY, addend, result);
        if ((long) m * n * k >= WORTH_SHARING) {
            workers.run(this);
        } else {
            engines[0].run(this, 0, m, 0, n);
        }
        a = NONE; // a thread's kernels outlive the tensors
        b = NONE;
        out = NONE;
        bias = null;
    }

    /** Sets the operands of {@link #run}. */
    void set(Tensor x, boolean transposeX, Tensor y, boolean transposeY, @Nullable Tensor addend, Tensor result) {
        a = x.floats;
        aAt = x.offset;
        aRow = transposeX ? 1 : x.columns();
        aColumn = transposeX ? x.columns() : 1;
        b = y.floats;
        bAt = y.offset;
        bRow = transposeY ? 1 : y.columns();
        bColumn = transposeY ? y.columns() : 1;
        out = result.floats;
        outAt = result.offset;
        m = result.rows();
        n = result.columns();
        k = transposeX ? x.rows() : x.columns();
        bias = addend == null ? null : addend.floats;
        biasAt = addend == null ? 0 : addend.offset;
    }

    @Override
    public void run(int part, int parts) {
        if (n >= WIDE) {
            engines[part].run(this, 0, m, cut(n, part, parts, 64), cut(n, part + 1, parts, 64));
        } else {
            engines[part].run(this, cut(m, part, parts, 4), cut(m, part + 1, parts, 4), 0, n);
        }
    }

    /** Where part {@code part} of {@code size} begins, at a multiple of {@code unit}. */
    private static int cut(int size, int part, int parts, int unit) {
        return part == parts ? size : (int) ((long) size * part / parts) / unit * unit;
    }
}
