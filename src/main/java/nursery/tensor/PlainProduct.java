package nursery.tensor;

import java.util.Arrays;

/**
 * Matrix products in loops that the JIT compiler vectorizes by itself. Each number of the result is one chain of fused
 * multiply-adds over k in ascending order, whatever the blocking, so every implementation gives the same bits.
 *
 * <p>A block of the result, 64 rows by 512 columns, is kept in row arrays of its own; {@link FourRows} of b at a time are
 * copied beside it, and added to two rows of the result at once.
 *
 * <p>Short rows take longer. So the gradient of the weights of a narrow layer, a long and narrow aᵀ · b, is computed as
 * bᵀ · a, with rows as long as its columns, and turned when it is written.
 */
final class PlainProduct implements Product.Engine {
    private static final int ROWS = 64;
    private static final int COLUMNS = FourRows.LONGEST;
    private static final int LONG = 4; // a long result is so many times as long as wide

    private final float[][] c = new float[ROWS + 1][0]; // the last one is written by the partner of an odd row
    private final FourRows four = new FourRows();
    private final float[] bias = new float[COLUMNS];

    @Override
    public void run(Product p, int top, int bottom, int left, int right) {
        if (p.aRow == 1 && p.bias == null && right - left <= (bottom - top) / LONG) {
            turned(p, top, bottom, left, right);
        } else {
            straight(p, top, bottom, left, right);
        }
    }

    private void straight(Product p, int top, int bottom, int left, int right) {
        for (int j = left; j < right; j += COLUMNS) {
            int columns = Math.min(COLUMNS, right - j);
            int b = p.bAt + j * p.bColumn;
            for (int i = top; i < bottom; i += ROWS) {
                int rows = Math.min(ROWS, bottom - i);
                int a = p.aAt + i * p.aRow;
                block(p.a, a, p.aRow, p.aColumn, p.b, b, p.bRow, p.bColumn, p.k, rows, columns);
                write(p, i, rows, j, columns);
            }
        }
    }

    /** Columns of the result become rows of a block. */
    private void turned(Product p, int top, int bottom, int left, int right) {
        for (int i = top; i < bottom; i += COLUMNS) {
            int height = Math.min(COLUMNS, bottom - i);
            int a = p.aAt + i * p.aRow;
            for (int j = left; j < right; j += ROWS) {
                int width = Math.min(ROWS, right - j);
                int b = p.bAt + j * p.bColumn;
                block(p.b, b, p.bColumn, p.bRow, p.a, a, p.aColumn, p.aRow, p.k, width, height);
                writeTurned(p, i, height, j, width);
            }
        }
    }

    /** Computes a block of a · b in {@code c}. */
    private void block(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            int bColumn,
            int inner,
            int rows,
            int columns) {
        for (int r = 0; r < rows; r++) {
            clear(r, columns);
        }
        clear(ROWS, columns);
        int k = 0;
        for (; k + 4 <= inner; k += 4) {
            int from = bAt + k * bRow;
            copyRow(b, from, bColumn, columns, four.r0);
            copyRow(b, from + bRow, bColumn, columns, four.r1);
            copyRow(b, from + 2 * bRow, bColumn, columns, four.r2);
            copyRow(b, from + 3 * bRow, bColumn, columns, four.r3);
            for (int r = 0; r < rows; r += 2) {
                int at = aAt + r * aRow + k * aColumn;
                boolean pair = r + 1 < rows;
                four.addFour(a, at, pair ? at + aRow : at, aColumn, c[r], c[pair ? r + 1 : ROWS], columns);
            }
        }
        for (; k < inner; k++) {
            copyRow(b, bAt + k * bRow, bColumn, columns, four.r0);
            for (int r = 0; r < rows; r++) {
                four.addOne(a[aAt + r * aRow + k * aColumn], c[r], columns);
            }
        }
    }

    private void write(Product p, int i, int rows, int j, int columns) {
        for (int r = 0; r < rows; r++) {
            if (p.bias != null) {
                System.arraycopy(p.bias, p.biasAt + j, bias, 0, columns);
                add(c[r], bias, columns);
            }
            System.arraycopy(c[r], 0, p.out, p.outAt + (i + r) * p.n + j, columns);
        }
    }

    private void writeTurned(Product p, int i, int height, int j, int width) {
        for (int r = 0; r < width; r++) {
            float[] column = c[r];
            int at = p.outAt + i * p.n + j + r;
            for (int k = 0; k < height; k++) {
                p.out[at + k * p.n] = column[k];
            }
        }
    }

    private void clear(int row, int columns) {
        if (c[row].length == 0) {
            c[row] = new float[COLUMNS];
        }
        Arrays.fill(c[row], 0, columns, 0);
    }

    private static void copyRow(float[] b, int at, int step, int n, float[] row) {
        if (step == 1) {
            System.arraycopy(b, at, row, 0, n);
        } else {
            for (int i = 0; i < n; i++) {
                row[i] = b[at + i * step];
            }
        }
    }

    private static void add(float[] row, float[] addend, int n) {
        for (int j = 0; j < n; j++) {
            row[j] += addend[j];
        }
    }
}
