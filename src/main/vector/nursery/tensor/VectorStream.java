package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The product of up to 256 rows with a matrix b of 4 MB or more, which is too large for the caches. So b is read once, in
 * the order of memory, eight rows side by side, which the processor foresees and fetches while it computes. Two vectors
 * of each of the eight rows stay in registers while the rows of a go by: 16 multiply-adds for 10 loads. (Processors of 16
 * registers read some of them again.) The sums wait in scratch memory, in the order in which they are needed; each is one
 * chain in ascending k all the same.
 *
 * <p>Times 4096 x 4096, 1 to 7 rows take a third of what tiles of copied panels take, 64 rows 0.72 and 128 rows 0.86; 16
 * rows take 0.7 to 0.85 of what they take when bands of b are fetched first and multiplied then, for a processor does not
 * do both at once (Zen 4; 0.77 with 256 bits and 16 registers). The tiles are better where b fits into the caches, and as
 * good for 256 rows.
 */
final class VectorStream {
    /** Columns of the result at a time. */
    static final int COLUMNS = 2 * WIDTH;

    private static final int INNER = 8; // rows of b at a time
    private static final int LARGE = 1 << 20; // numbers in b
    private static final int MOST = 256; // rows of a
    private static final int LARGEST_SCRATCH = 1 << 20; // numbers

    private final Scratch scratch = new Scratch(2);

    /** Whether the product is one of not too many rows with a large matrix, neither transposed, and this is compiled. */
    static boolean fits(Product p, int top, int bottom, int left, int right) {
        int rows = bottom - top;
        int columns = right - left;
        return p.aColumn == 1
                && p.bColumn == 1
                && rows <= MOST
                && columns >= COLUMNS
                && (long) p.k * columns >= LARGE
                && (long) rows * (p.k + columns) <= LARGEST_SCRATCH
                && VectorWarmUp.edges();
    }

    /** Computes rows {@code top} to {@code bottom} of columns {@code left} to {@code right}, which fill pairs of vectors. */
    void run(Product p, int top, int bottom, int left, int right) {
        int rows = bottom - top;
        float[] a = scratch.floats(0, rows * p.k);
        float[] c = scratch.floats(1, rows * (right - left));
        copyRows(p, top, rows, a);
        Arrays.fill(c, 0, rows * (right - left), 0);
        int k = 0;
        for (; k + INNER <= p.k; k += INNER) {
            for (int j = left; j < right; j += COLUMNS) {
                addEight(a, k * rows, p.b, p.bAt + k * p.bRow + j, p.bRow, c, (j - left) * rows, rows);
            }
        }
        for (; k < p.k; k++) {
            for (int j = left; j < right; j += COLUMNS) {
                addOne(a, k * rows, p.b, p.bAt + k * p.bRow + j, c, (j - left) * rows, rows);
            }
        }
        for (int j = left; j < right; j += COLUMNS) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(c, (j - left) * rows + i * COLUMNS, p.out, p.outAt + (top + i) * p.n + j, COLUMNS);
            }
        }
    }

    /** Number k + r of row i goes to k rows + 8 i + r for each eight numbers from k on, the last k of row i to k rows + i. */
    private static void copyRows(Product p, int top, int rows, float[] to) {
        for (int i = 0; i < rows; i++) {
            int from = p.aAt + (top + i) * p.aRow;
            int k = 0;
            for (; k + INNER <= p.k; k += INNER) {
                System.arraycopy(p.a, from + k, to, k * rows + i * INNER, INNER);
            }
            for (; k < p.k; k++) {
                to[k * rows + i] = p.a[from + k];
            }
        }
    }

    /** Adds the products with eight rows of b to {@code rows} times two vectors of sums. */
    private static void addEight(float[] a, int aAt, float[] b, int bAt, int bRow, float[] c, int cAt, int rows) {
        FloatVector b00 = FloatVector.fromArray(LANES, b, bAt);
        FloatVector b01 = FloatVector.fromArray(LANES, b, bAt + WIDTH);
        FloatVector b10 = FloatVector.fromArray(LANES, b, bAt + bRow);
        FloatVector b11 = FloatVector.fromArray(LANES, b, bAt + bRow + WIDTH);
        FloatVector b20 = FloatVector.fromArray(LANES, b, bAt + 2 * bRow);
        FloatVector b21 = FloatVector.fromArray(LANES, b, bAt + 2 * bRow + WIDTH);
        FloatVector b30 = FloatVector.fromArray(LANES, b, bAt + 3 * bRow);
        FloatVector b31 = FloatVector.fromArray(LANES, b, bAt + 3 * bRow + WIDTH);
        FloatVector b40 = FloatVector.fromArray(LANES, b, bAt + 4 * bRow);
        FloatVector b41 = FloatVector.fromArray(LANES, b, bAt + 4 * bRow + WIDTH);
        FloatVector b50 = FloatVector.fromArray(LANES, b, bAt + 5 * bRow);
        FloatVector b51 = FloatVector.fromArray(LANES, b, bAt + 5 * bRow + WIDTH);
        FloatVector b60 = FloatVector.fromArray(LANES, b, bAt + 6 * bRow);
        FloatVector b61 = FloatVector.fromArray(LANES, b, bAt + 6 * bRow + WIDTH);
        FloatVector b70 = FloatVector.fromArray(LANES, b, bAt + 7 * bRow);
        FloatVector b71 = FloatVector.fromArray(LANES, b, bAt + 7 * bRow + WIDTH);
        for (int i = 0; i < rows; i++) {
            int x = aAt + i * INNER;
            int sum = cAt + i * COLUMNS;
            FloatVector c0 = FloatVector.fromArray(LANES, c, sum);
            FloatVector c1 = FloatVector.fromArray(LANES, c, sum + WIDTH);
            FloatVector x0 = FloatVector.broadcast(LANES, a[x]);
            c0 = x0.fma(b00, c0);
            c1 = x0.fma(b01, c1);
            FloatVector x1 = FloatVector.broadcast(LANES, a[x + 1]);
            c0 = x1.fma(b10, c0);
            c1 = x1.fma(b11, c1);
            FloatVector x2 = FloatVector.broadcast(LANES, a[x + 2]);
            c0 = x2.fma(b20, c0);
            c1 = x2.fma(b21, c1);
            FloatVector x3 = FloatVector.broadcast(LANES, a[x + 3]);
            c0 = x3.fma(b30, c0);
            c1 = x3.fma(b31, c1);
            FloatVector x4 = FloatVector.broadcast(LANES, a[x + 4]);
            c0 = x4.fma(b40, c0);
            c1 = x4.fma(b41, c1);
            FloatVector x5 = FloatVector.broadcast(LANES, a[x + 5]);
            c0 = x5.fma(b50, c0);
            c1 = x5.fma(b51, c1);
            FloatVector x6 = FloatVector.broadcast(LANES, a[x + 6]);
            c0 = x6.fma(b60, c0);
            c1 = x6.fma(b61, c1);
            FloatVector x7 = FloatVector.broadcast(LANES, a[x + 7]);
            c0 = x7.fma(b70, c0);
            c1 = x7.fma(b71, c1);
            c0.intoArray(c, sum);
            c1.intoArray(c, sum + WIDTH);
        }
    }

    /** {@link #addEight} for one row of b. */
    private static void addOne(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int rows) {
        FloatVector b0 = FloatVector.fromArray(LANES, b, bAt);
        FloatVector b1 = FloatVector.fromArray(LANES, b, bAt + WIDTH);
        for (int i = 0; i < rows; i++) {
            int sum = cAt + i * COLUMNS;
            FloatVector x = FloatVector.broadcast(LANES, a[aAt + i]);
            x.fma(b0, FloatVector.fromArray(LANES, c, sum)).intoArray(c, sum);
            x.fma(b1, FloatVector.fromArray(LANES, c, sum + WIDTH)).intoArray(c, sum + WIDTH);
        }
    }
}
