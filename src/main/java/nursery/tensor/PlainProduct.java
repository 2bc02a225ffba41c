package nursery.tensor;

import java.util.Arrays;

/**
 * Matrix products in loops that the JIT compiler vectorizes by itself. Each number of the result is one chain of fused
 * multiply-adds over k in ascending order, whatever the blocking, so every implementation gives the same bits.
 *
 * <p>A block of the result, 64 rows by 512 columns, is kept in row arrays of its own; {@link FourRows} of b at a time are
 * copied beside it, and added to two rows of the result at once.
 */
final class PlainProduct implements Product.Engine {
    private static final int ROWS = 64;
    private static final int COLUMNS = FourRows.LONGEST;

    private final float[][] c = new float[ROWS + 1][0]; // the last one is written by the partner of an odd row
    private final FourRows b = new FourRows();
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
            copyRow(p, k, j, columns, b.r0);
            copyRow(p, k + 1, j, columns, b.r1);
            copyRow(p, k + 2, j, columns, b.r2);
            copyRow(p, k + 3, j, columns, b.r3);
            for (int r = 0; r < rows; r += 2) {
                int at = p.aAt + (i + r) * p.aRow + k * p.aColumn;
                boolean pair = r + 1 < rows;
                b.addFour(p.a, at, pair ? at + p.aRow : at, p.aColumn, c[r], c[pair ? r + 1 : ROWS], columns);
            }
        }
        for (; k < p.k; k++) {
            copyRow(p, k, j, columns, b.r0);
            for (int r = 0; r < rows; r++) {
                b.addOne(p.a[p.aAt + (i + r) * p.aRow + k * p.aColumn], c[r], columns);
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

    private static void add(float[] row, float[] addend, int n) {
        for (int j = 0; j < n; j++) {
            row[j] += addend[j];
        }
    }
}
