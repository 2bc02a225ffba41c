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
    private static final int LONG = 4; // times as long as wide

    private final float[][] c = new float[ROWS + 1][0]; // the last one is written by the partner of an odd row
    private final FourRows four = new FourRows();
    private final float[] bias = new float[COLUMNS];

    @Override
    public void run(Product p, int top, int bottom, int left, int right) {
        boolean turned = p.aRow == 1 && p.bias == null && LONG * (right - left) <= bottom - top;
        int first = turned ? left : top;
        int last = turned ? right : bottom;
        int end = turned ? bottom : right;
        for (int j = turned ? top : left; j < end; j += COLUMNS) {
            int columns = Math.min(COLUMNS, end - j);
            for (int i = first; i < last; i += ROWS) {
                int rows = Math.min(ROWS, last - i);
                if (turned) {
                    block(
                            p.b,
                            p.bAt + i * p.bColumn,
                            p.bColumn,
                            p.bRow,
                            p.a,
                            p.aAt + j,
                            p.aColumn,
                            1,
                            p.k,
                            rows,
                            columns);
                    writeTurned(p, i, rows, j, columns);
                } else {
                    int bAt = p.bAt + j * p.bColumn;
                    block(p.a, p.aAt + i * p.aRow, p.aRow, p.aColumn, p.b, bAt, p.bRow, p.bColumn, p.k, rows, columns);
                    write(p, i, rows, j, columns);
                }
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

    /** {@link #write} for rows that are columns of the result. */
    private void writeTurned(Product p, int i, int rows, int j, int columns) {
        for (int r = 0; r < rows; r++) {
            float[] row = c[r];
            int at = p.outAt + j * p.n + i + r;
            for (int k = 0; k < columns; k++) {
                p.out[at + k * p.n] = row[k];
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
