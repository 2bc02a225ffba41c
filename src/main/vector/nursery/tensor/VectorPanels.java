package nursery.tensor;

import static nursery.tensor.VectorTiles.MOST;
import static nursery.tensor.VectorTiles.WIDTH;

/** Panels: some vectors of columns of a result, computed tile by tile; and copies of the columns of b that they need. */
final class VectorPanels {
    /** Rows of a tile. */
    static final int ROWS = 4;

    /** Numbers from a row of a copied panel to the next. */
    static final int PITCH = MOST * WIDTH;

    private VectorPanels() {}

    /**
     * Computes c[rows, columns] = a[rows, inner] · b[inner, columns] for a panel of {@code count} vectors, the last of
     * which starts at column {@code last}. The last tile overlaps the one before; fewer rows than a tile has are computed
     * each alone, as all four rows of a tile.
     */
    static void compute(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int inner,
            float[] b,
            int bAt,
            int bRow,
            int count,
            int last,
            float[] c,
            int cAt,
            int cRow,
            int rows) {
        int d1 = Math.min(WIDTH, last);
        int d2 = Math.min(2 * WIDTH, last);
        boolean few = rows < ROWS;
        int aStep = few ? 0 : aRow;
        int cStep = few ? 0 : cRow;
        for (int i = 0; i < rows; i += few ? 1 : ROWS) {
            int row = few ? i : Math.min(i, rows - ROWS);
            int from = aAt + row * aRow;
            int to = cAt + row * cRow;
            switch (count) {
                case 4 -> VectorTiles.tile4(a, from, aStep, aColumn, b, bAt, bRow, d1, d2, last, c, to, cStep, inner);
                case 3 -> VectorTiles.tile3(a, from, aStep, aColumn, b, bAt, bRow, d1, last, c, to, cStep, inner);
                case 2 -> VectorTiles.tile2(a, from, aStep, aColumn, b, bAt, bRow, last, c, to, cStep, inner);
                default -> VectorTiles.tile1(a, from, aStep, aColumn, b, bAt, bRow, c, to, cStep, inner);
            }
        }
    }

    /** Copies some columns of a matrix of any strides to rows of {@link #PITCH} numbers. */
    static void copy(float[] from, int at, int row, int column, float[] panel, int rows, int columns) {
        if (column == 1) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(from, at + i * row, panel, i * PITCH, columns);
            }
            return;
        }
        int j = 0;
        for (; j + 8 <= columns; j += 8) {
            turnEight(from, at + j * column, row, column, panel, j, rows);
        }
        for (; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                panel[i * PITCH + j] = from[at + i * row + j * column];
            }
        }
    }

    /** Eight columns become eight numbers side by side in each row. */
    private static void turnEight(float[] from, int at, int row, int column, float[] panel, int to, int rows) {
        for (int i = 0; i < rows; i++) {
            int f = at + i * row;
            int t = to + i * PITCH;
            panel[t] = from[f];
            panel[t + 1] = from[f + column];
            panel[t + 2] = from[f + 2 * column];
            panel[t + 3] = from[f + 3 * column];
            panel[t + 4] = from[f + 4 * column];
            panel[t + 5] = from[f + 5 * column];
            panel[t + 6] = from[f + 6 * column];
            panel[t + 7] = from[f + 7 * column];
        }
    }
}
