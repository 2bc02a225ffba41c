package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The product of a few rows with a matrix that is too large for the caches: its time is the time to fetch b once. So b
 * is taken in bands of 32 whole rows, in the order of memory: one pass touches a band and so brings it into the cache as
 * fast as memory gives it, then tiles of 4 rows by 4 vectors add what the band contributes. The sums wait in scratch
 * memory; its rows, and those of the copy of a, are a little longer than theirs, for rows a power of two apart would
 * fight for the same places of the cache.
 */
final class VectorStream {
    private static final int ROWS = 4;
    private static final int BAND = 32;
    private static final int TILE = 4 * WIDTH;
    private static final int GAP = 16;
    private static final int LARGE = 1 << 20; // numbers in b
    private static final int FEW = 32; // rows of a

    private final Scratch scratch = new Scratch(2);

    /** Written for the reads of {@link #touchEight}, which the compiler would remove otherwise. */
    private float touched;

    /** Whether the product is one of few rows with a large, untransposed matrix. */
    static boolean fits(Product p, int top, int bottom, int left, int right) {
        return p.aColumn == 1
                && p.bColumn == 1
                && bottom - top >= ROWS
                && bottom - top <= FEW
                && right - left >= TILE
                && (long) p.k * (right - left) >= LARGE;
    }

    /** Computes whole tiles of rows {@code top} to {@code bottom} of columns {@code left} to {@code right}. */
    void run(Product p, int top, int bottom, int left, int right) {
        int rows = bottom - top;
        int columns = right - left;
        int aRow = p.k + GAP;
        int cRow = columns + GAP;
        float[] a = scratch.floats(0, rows * aRow);
        float[] c = scratch.floats(1, rows * cRow);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(p.a, p.aAt + (top + i) * p.aRow, a, i * aRow, p.k);
        }
        Arrays.fill(c, 0, rows * cRow, 0);
        for (int k = 0; k < p.k; k += BAND) {
            int inner = Math.min(BAND, p.k - k);
            int b = p.bAt + k * p.bRow + left;
            for (int i = 0; i + 8 <= inner; i += 8) {
                touchEight(p.b, b + i * p.bRow, p.bRow, columns);
            }
            for (int j = 0; j < columns; j += TILE) {
                for (int i = 0; i < rows; i += ROWS) {
                    addTile(a, i * aRow + k, aRow, p.b, b + j, p.bRow, c, i * cRow + j, cRow, inner);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(c, i * cRow, p.out, p.outAt + (top + i) * p.n + left, columns);
        }
    }

    /** Reads a number of every cache line of eight rows, side by side: memory answers several pages at once. */
    private void touchEight(float[] b, int at, int row, int count) {
        float even = 0;
        float odd = 0;
        for (int i = at; i < at + count; i += 16) { // a cache line has 16 numbers
            even += b[i] + b[i + 2 * row] + b[i + 4 * row] + b[i + 6 * row];
            odd += b[i + row] + b[i + 3 * row] + b[i + 5 * row] + b[i + 7 * row];
        }
        touched = even + odd;
    }

    /** Adds to a tile of 4 rows by 4 vectors, without gaps, what {@code inner} rows of b contribute. */
    private static void addTile(
            float[] a, int aAt, int aRow, float[] b, int bAt, int bRow, float[] c, int cAt, int cRow, int inner) {
        FloatVector c00 = FloatVector.fromArray(LANES, c, cAt);
        FloatVector c01 = FloatVector.fromArray(LANES, c, cAt + WIDTH);
        FloatVector c02 = FloatVector.fromArray(LANES, c, cAt + 2 * WIDTH);
        FloatVector c03 = FloatVector.fromArray(LANES, c, cAt + 3 * WIDTH);
        FloatVector c10 = FloatVector.fromArray(LANES, c, cAt + cRow);
        FloatVector c11 = FloatVector.fromArray(LANES, c, cAt + cRow + WIDTH);
        FloatVector c12 = FloatVector.fromArray(LANES, c, cAt + cRow + 2 * WIDTH);
        FloatVector c13 = FloatVector.fromArray(LANES, c, cAt + cRow + 3 * WIDTH);
        FloatVector c20 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow + WIDTH);
        FloatVector c22 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow + 2 * WIDTH);
        FloatVector c23 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow + 3 * WIDTH);
        FloatVector c30 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow + WIDTH);
        FloatVector c32 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow + 2 * WIDTH);
        FloatVector c33 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow + 3 * WIDTH);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + WIDTH);
            FloatVector b2 = FloatVector.fromArray(LANES, b, at + 2 * WIDTH);
            FloatVector b3 = FloatVector.fromArray(LANES, b, at + 3 * WIDTH);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + WIDTH);
        c02.intoArray(c, cAt + 2 * WIDTH);
        c03.intoArray(c, cAt + 3 * WIDTH);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + WIDTH);
        c12.intoArray(c, cAt + cRow + 2 * WIDTH);
        c13.intoArray(c, cAt + cRow + 3 * WIDTH);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + WIDTH);
        c22.intoArray(c, cAt + 2 * cRow + 2 * WIDTH);
        c23.intoArray(c, cAt + 2 * cRow + 3 * WIDTH);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + WIDTH);
        c32.intoArray(c, cAt + 3 * cRow + 2 * WIDTH);
        c33.intoArray(c, cAt + 3 * cRow + 3 * WIDTH);
    }
}
