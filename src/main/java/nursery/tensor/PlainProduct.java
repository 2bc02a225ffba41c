package nursery.tensor;

import java.util.Arrays;

/**
 * Matrix products in loops that the JIT compiler vectorizes by itself. Each number of the result is one chain of fused
 * multiply-adds over k in ascending order, whatever the blocking, so every implementation gives the same bits.
 *
 * <p>A block of the result, 64 rows by 512 columns, is kept in row arrays of its own; four rows of b at a time are copied
 * beside it. The innermost loop adds four rows of b to two rows of the result: six loads and two stores for eight
 * multiply-adds. Rows are arrays of their own because the compiler only vectorizes what is indexed alike.
 */
final class PlainProduct implements Product.Engine {
    private static final int ROWS = 64;
    private static final int COLUMNS = 512;

    private final float[][] c = new float[ROWS + 1][0]; // the last one is written by the partner of an odd row
    private final float[] b0 = new float[COLUMNS];
    private final float[] b1 = new float[COLUMNS];
    private final float[] b2 = new float[COLUMNS];
    private final float[] b3 = new float[COLUMNS];
    private final float[] bias = new float[COLUMNS];

    @Override
    public void run(Product p, int top, int bottom, int left, int right) {
        for (int j = left; j < right; j += COLUMNS) {
            int columns = Math.min(COLUMNS, right - j);
            for (int i = top; i < bottom; i += ROWS) {
                block(p, i, Math.min(ROWS, bottom - i), j, columns);
            }
        }
    }

    private void block(Product p, int i, int rows, int j, int columns) {
        for (int r = 0; r < rows; r++) {
            clear(r, columns);
        }
        clear(ROWS, columns);
        int k = 0;
        for (; k + 4 <= p.k; k += 4) {
            copyRow(p, k, j, columns, b0);
            copyRow(p, k + 1, j, columns, b1);
            copyRow(p, k + 2, j, columns, b2);
            copyRow(p, k + 3, j, columns, b3);
            for (int r = 0; r < rows; r += 2) {
                int at = p.aAt + (i + r) * p.aRow + k * p.aColumn;
                boolean pair = r + 1 < rows;
                addFour(p.a, at, pair ? at + p.aRow : at, p.aColumn, c[r], c[pair ? r + 1 : ROWS], columns);
            }
        }
        for (; k < p.k; k++) {
            copyRow(p, k, j, columns, b0);
            for (int r = 0; r < rows; r++) {
                addOne(p.a[p.aAt + (i + r) * p.aRow + k * p.aColumn], c[r], columns);
            }
        }
        for (int r = 0; r < rows; r++) {
            if (p.bias != null) {
                System.arraycopy(p.bias, p.biasAt + j, bias, 0, columns);
                add(c[r], bias, columns);
            }
            System.arraycopy(c[r], 0, p.out, p.outAt + (i + r) * p.n + j, columns);
        }
    }

    private void clear(int row, int columns) {
        if (c[row].length == 0) {
            c[row] = new float[COLUMNS];
        }
        Arrays.fill(c[row], 0, columns, 0);
    }

    private static void copyRow(Product p, int k, int j, int columns, float[] row) {
        int at = p.bAt + k * p.bRow + j * p.bColumn;
        if (p.bColumn == 1) {
            System.arraycopy(p.b, at, row, 0, columns);
        } else {
            for (int i = 0; i < columns; i++) {
                row[i] = p.b[at + i * p.bColumn];
            }
        }
    }

    /** Adds a[k] b[k] + ... + a[k + 3] b[k + 3] to two rows of the result. */
    private void addFour(float[] a, int at, int at2, int step, float[] row, float[] row2, int n) {
        float a0 = a[at];
        float a1 = a[at + step];
        float a2 = a[at + 2 * step];
        float a3 = a[at + 3 * step];
        float d0 = a[at2];
        float d1 = a[at2 + step];
        float d2 = a[at2 + 2 * step];
        float d3 = a[at2 + 3 * step];
        float[] r0 = b0;
        float[] r1 = b1;
        float[] r2 = b2;
        float[] r3 = b3;
        for (int j = 0; j < n; j++) {
            row[j] = FloatMath.fma(
                    a3, r3[j], FloatMath.fma(a2, r2[j], FloatMath.fma(a1, r1[j], FloatMath.fma(a0, r0[j], row[j]))));
            row2[j] = FloatMath.fma(
                    d3, r3[j], FloatMath.fma(d2, r2[j], FloatMath.fma(d1, r1[j], FloatMath.fma(d0, r0[j], row2[j]))));
        }
    }

    private void addOne(float a, float[] row, int n) {
        float[] r = b0;
        for (int j = 0; j < n; j++) {
            row[j] = FloatMath.fma(a, r[j], row[j]);
        }
    }

    private static void add(float[] row, float[] addend, int n) {
        for (int j = 0; j < n; j++) {
            row[j] += addend[j];
        }
    }
}
