package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The last columns of a result that would fill less than half of a vector, where a is transposed: 2 of the 50 columns
 * of a weight's gradient, say. A column of a lies in one piece then, so vectors go down the rows of the result: a tile
 * is 4 vectors of rows by 2 columns, and is put into its place number by number. Tiles that reach over the end overlap
 * the ones before, and every number is one chain in ascending k, so the bits are those of {@link VectorTiles}.
 */
final class VectorTails {
    /** Rows of a tile. */
    static final int ROWS = 4 * WIDTH;

    private static final int COLUMNS = 2;

    private final float[] tile = new float[ROWS * COLUMNS];

    /** How many of these columns are such a tail; 0 where none pays, or this is not compiled yet. */
    static int columns(Product p, int top, int bottom, int left, int right) {
        int rest = (right - left) % WIDTH;
        boolean pays = p.aRow == 1 && bottom - top >= ROWS && right - left > WIDTH && 2 * rest < WIDTH;
        return pays && VectorWarmUp.edges() ? rest : 0;
    }

    /** Computes a block of the result whose columns have others before them. */
    void run(Product p, int top, int bottom, int left, int right) {
        for (int i = top; i < bottom; i += ROWS) {
            int row = Math.min(i, bottom - ROWS);
            for (int j = left; j < right; j += COLUMNS) {
                int column = Math.min(j, right - COLUMNS);
                compute(p.a, p.aAt + row, p.aColumn, p.b, p.bAt + column * p.bColumn, p.bRow, p.bColumn, p.k, tile);
                int at = p.outAt + row * p.n + column;
                for (int k = 0; k < ROWS; k++) {
                    p.out[at + k * p.n] = tile[k];
                    p.out[at + k * p.n + 1] = tile[ROWS + k];
                }
            }
        }
    }

    /** The tile, its first column before its second. */
    private static void compute(
            float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, int bColumn, int inner, float[] tile) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c01 = FloatVector.zero(LANES);
        FloatVector c02 = FloatVector.zero(LANES);
        FloatVector c03 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c11 = FloatVector.zero(LANES);
        FloatVector c12 = FloatVector.zero(LANES);
        FloatVector c13 = FloatVector.zero(LANES);
        for (int k = 0; k < inner; k++) {
            int at = aAt + k * aColumn;
            FloatVector y0 = FloatVector.broadcast(LANES, b[bAt + k * bRow]);
            FloatVector y1 = FloatVector.broadcast(LANES, b[bAt + k * bRow + bColumn]);
            FloatVector x0 = FloatVector.fromArray(LANES, a, at);
            c00 = x0.fma(y0, c00);
            c10 = x0.fma(y1, c10);
            FloatVector x1 = FloatVector.fromArray(LANES, a, at + WIDTH);
            c01 = x1.fma(y0, c01);
            c11 = x1.fma(y1, c11);
            FloatVector x2 = FloatVector.fromArray(LANES, a, at + 2 * WIDTH);
            c02 = x2.fma(y0, c02);
            c12 = x2.fma(y1, c12);
            FloatVector x3 = FloatVector.fromArray(LANES, a, at + 3 * WIDTH);
            c03 = x3.fma(y0, c03);
            c13 = x3.fma(y1, c13);
        }
        c00.intoArray(tile, 0);
        c01.intoArray(tile, WIDTH);
        c02.intoArray(tile, 2 * WIDTH);
        c03.intoArray(tile, 3 * WIDTH);
        c10.intoArray(tile, ROWS);
        c11.intoArray(tile, ROWS + WIDTH);
        c12.intoArray(tile, ROWS + 2 * WIDTH);
        c13.intoArray(tile, ROWS + 3 * WIDTH);
    }
}
