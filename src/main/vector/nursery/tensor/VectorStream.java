package nursery.tensor;

import static nursery.tensor.VectorTiles.WIDTH;

import java.util.Arrays;

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

    /** Written for the reads of {@link #touch}, which the compiler would remove otherwise. */
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
            for (int i = 0; i < inner; i++) {
                touch(p.b, b + i * p.bRow, columns);
            }
            for (int j = 0; j < columns; j += TILE) {
                for (int i = 0; i < rows; i += ROWS) {
                    VectorTiles.addTile4(a, i * aRow + k, aRow, p.b, b + j, p.bRow, c, i * cRow + j, cRow, inner);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(c, i * cRow, p.out, p.outAt + (top + i) * p.n + left, columns);
        }
    }

    private void touch(float[] b, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i += 16) { // a cache line has 16 numbers
            sum += b[i];
        }
        touched = sum;
    }
}
