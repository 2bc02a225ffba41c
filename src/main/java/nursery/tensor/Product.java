package nursery.tensor;

import org.jspecify.annotations.Nullable;

/**
 * The operands of out[m, n] = a[m, k] · b[k, n] (+ bias[n]) as arrays and strides, so that a transposed operand is one
 * with its strides exchanged. One object is set again for every product, for a warm step allocates nothing.
 */
final class Product {
    private static final float[] NONE = {};

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

    /** Sets all operands. */
    Product set(Tensor x, boolean transposeX, Tensor y, boolean transposeY, @Nullable Tensor addend, Tensor result) {
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
        return this;
    }
}
