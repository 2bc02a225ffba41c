package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The product of 8 to 32 rows with a matrix of 4 MB or more, which is too large for the caches: its time is the time to
 * fetch b once. So b is taken in bands of 96 whole rows, in the order of memory: one pass touches a band and so brings it
 * into the caches as fast as memory gives it, then tiles of 8 rows by 3 vectors add what the band contributes. The sums
 * wait in scratch memory; its rows, and those of the copy of a, are a little longer than theirs, for rows a power of two
 * apart would fight for the same places of the cache.
 */
final class VectorStream {
    /** Rows of a tile. */
    static final int ROWS = 8;

    private static final int BAND = 96; // 48 took 1 to 3 % longer for 4096 columns (Zen 4, two runs)
    private static final int TILE = 3 * WIDTH;
    private static final int GAP = 16;
    private static final int LARGE = 1 << 20; // numbers in b
    private static final int FEW = 32; // rows of a

    private final Scratch scratch = new Scratch(2);

    /** Whether the product is one of few rows with a large, untransposed matrix, and this is compiled. */
    static boolean fits(Product p, int top, int bottom, int left, int right) {
        return p.aColumn == 1
                && p.bColumn == 1
                && bottom - top >= ROWS
                && bottom - top <= FEW
                && right - left >= TILE
                && (long) p.k * (right - left) >= LARGE
                && VectorWarmUp.edges();
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
            for (int i = 0; i + MemoryTouch.ROWS <= inner; i += MemoryTouch.ROWS) {
                touch(p.b, b + i * p.bRow, p.bRow, columns);
            }
            int whole = columns - columns % TILE;
            for (int j = 0; j < whole; j += TILE) {
                for (int i = 0; i < rows; i += ROWS) {
                    addTile(a, i * aRow + k, aRow, p.b, b + j, p.bRow, c, i * cRow + j, cRow, inner);
                }
            }
            for (int j = whole; j < columns; j += WIDTH) {
                for (int i = 0; i < rows; i += ROWS) {
                    addNarrowTile(a, i * aRow + k, aRow, p.b, b + j, p.bRow, c, i * cRow + j, cRow, inner);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(c, i * cRow, p.out, p.outAt + (top + i) * p.n + left, columns);
        }
    }

    private static void touch(float[] b, int at, int row, int n) {
        MemoryTouch.rows(
                b, at, at + row, at + 2 * row, at + 3 * row, at + 4 * row, at + 5 * row, at + 6 * row, at + 7 * row, n);
    }

    /** Adds to a tile of 8 rows by 3 vectors, without gaps, what {@code inner} rows of b contribute. */
    private static void addTile(
            float[] a, int aAt, int aRow, float[] b, int bAt, int bRow, float[] c, int cAt, int cRow, int inner) {
        FloatVector c00 = FloatVector.fromArray(LANES, c, cAt);
        FloatVector c01 = FloatVector.fromArray(LANES, c, cAt + WIDTH);
        FloatVector c02 = FloatVector.fromArray(LANES, c, cAt + 2 * WIDTH);
        FloatVector c10 = FloatVector.fromArray(LANES, c, cAt + cRow);
        FloatVector c11 = FloatVector.fromArray(LANES, c, cAt + cRow + WIDTH);
        FloatVector c12 = FloatVector.fromArray(LANES, c, cAt + cRow + 2 * WIDTH);
        FloatVector c20 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow + WIDTH);
        FloatVector c22 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow + 2 * WIDTH);
        FloatVector c30 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow + WIDTH);
        FloatVector c32 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow + 2 * WIDTH);
        FloatVector c40 = FloatVector.fromArray(LANES, c, cAt + 4 * cRow);
        FloatVector c41 = FloatVector.fromArray(LANES, c, cAt + 4 * cRow + WIDTH);
        FloatVector c42 = FloatVector.fromArray(LANES, c, cAt + 4 * cRow + 2 * WIDTH);
        FloatVector c50 = FloatVector.fromArray(LANES, c, cAt + 5 * cRow);
        FloatVector c51 = FloatVector.fromArray(LANES, c, cAt + 5 * cRow + WIDTH);
        FloatVector c52 = FloatVector.fromArray(LANES, c, cAt + 5 * cRow + 2 * WIDTH);
        FloatVector c60 = FloatVector.fromArray(LANES, c, cAt + 6 * cRow);
        FloatVector c61 = FloatVector.fromArray(LANES, c, cAt + 6 * cRow + WIDTH);
        FloatVector c62 = FloatVector.fromArray(LANES, c, cAt + 6 * cRow + 2 * WIDTH);
        FloatVector c70 = FloatVector.fromArray(LANES, c, cAt + 7 * cRow);
        FloatVector c71 = FloatVector.fromArray(LANES, c, cAt + 7 * cRow + WIDTH);
        FloatVector c72 = FloatVector.fromArray(LANES, c, cAt + 7 * cRow + 2 * WIDTH);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        int a4 = aAt + 4 * aRow;
        int a5 = aAt + 5 * aRow;
        int a6 = aAt + 6 * aRow;
        int a7 = aAt + 7 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + WIDTH);
            FloatVector b2 = FloatVector.fromArray(LANES, b, at + 2 * WIDTH);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            FloatVector x4 = FloatVector.broadcast(LANES, a[a4 + k]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            c42 = x4.fma(b2, c42);
            FloatVector x5 = FloatVector.broadcast(LANES, a[a5 + k]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            c52 = x5.fma(b2, c52);
            FloatVector x6 = FloatVector.broadcast(LANES, a[a6 + k]);
            c60 = x6.fma(b0, c60);
            c61 = x6.fma(b1, c61);
            c62 = x6.fma(b2, c62);
            FloatVector x7 = FloatVector.broadcast(LANES, a[a7 + k]);
            c70 = x7.fma(b0, c70);
            c71 = x7.fma(b1, c71);
            c72 = x7.fma(b2, c72);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + WIDTH);
        c02.intoArray(c, cAt + 2 * WIDTH);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + WIDTH);
        c12.intoArray(c, cAt + cRow + 2 * WIDTH);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + WIDTH);
        c22.intoArray(c, cAt + 2 * cRow + 2 * WIDTH);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + WIDTH);
        c32.intoArray(c, cAt + 3 * cRow + 2 * WIDTH);
        c40.intoArray(c, cAt + 4 * cRow);
        c41.intoArray(c, cAt + 4 * cRow + WIDTH);
        c42.intoArray(c, cAt + 4 * cRow + 2 * WIDTH);
        c50.intoArray(c, cAt + 5 * cRow);
        c51.intoArray(c, cAt + 5 * cRow + WIDTH);
        c52.intoArray(c, cAt + 5 * cRow + 2 * WIDTH);
        c60.intoArray(c, cAt + 6 * cRow);
        c61.intoArray(c, cAt + 6 * cRow + WIDTH);
        c62.intoArray(c, cAt + 6 * cRow + 2 * WIDTH);
        c70.intoArray(c, cAt + 7 * cRow);
        c71.intoArray(c, cAt + 7 * cRow + WIDTH);
        c72.intoArray(c, cAt + 7 * cRow + 2 * WIDTH);
    }

    /** {@link #addTile} for 8 rows by 1 vector. */
    private static void addNarrowTile(
            float[] a, int aAt, int aRow, float[] b, int bAt, int bRow, float[] c, int cAt, int cRow, int inner) {
        FloatVector c00 = FloatVector.fromArray(LANES, c, cAt);
        FloatVector c10 = FloatVector.fromArray(LANES, c, cAt + cRow);
        FloatVector c20 = FloatVector.fromArray(LANES, c, cAt + 2 * cRow);
        FloatVector c30 = FloatVector.fromArray(LANES, c, cAt + 3 * cRow);
        FloatVector c40 = FloatVector.fromArray(LANES, c, cAt + 4 * cRow);
        FloatVector c50 = FloatVector.fromArray(LANES, c, cAt + 5 * cRow);
        FloatVector c60 = FloatVector.fromArray(LANES, c, cAt + 6 * cRow);
        FloatVector c70 = FloatVector.fromArray(LANES, c, cAt + 7 * cRow);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        int a4 = aAt + 4 * aRow;
        int a5 = aAt + 5 * aRow;
        int a6 = aAt + 6 * aRow;
        int a7 = aAt + 7 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k]);
            c00 = x0.fma(b0, c00);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            FloatVector x4 = FloatVector.broadcast(LANES, a[a4 + k]);
            c40 = x4.fma(b0, c40);
            FloatVector x5 = FloatVector.broadcast(LANES, a[a5 + k]);
            c50 = x5.fma(b0, c50);
            FloatVector x6 = FloatVector.broadcast(LANES, a[a6 + k]);
            c60 = x6.fma(b0, c60);
            FloatVector x7 = FloatVector.broadcast(LANES, a[a7 + k]);
            c70 = x7.fma(b0, c70);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + cRow);
        c20.intoArray(c, cAt + 2 * cRow);
        c30.intoArray(c, cAt + 3 * cRow);
        c40.intoArray(c, cAt + 4 * cRow);
        c50.intoArray(c, cAt + 5 * cRow);
        c60.intoArray(c, cAt + 6 * cRow);
        c70.intoArray(c, cAt + 7 * cRow);
    }
}
