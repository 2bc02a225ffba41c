package nursery.tensor;

import java.util.Arrays;

/**
 * Sums of float32 numbers in a fixed order that a compiler can vectorize: number i goes to lane i mod 1024, and the
 * lanes are added up in order, in float64. Long sums do so every {@value #BLOCK} numbers, before rounding adds up.
 *
 * <p>There are many lanes because the compiler's vector loops only pay when they are long, and the numbers are copied
 * first because it only vectorizes a loop that indexes all of its arrays alike.
 */
final class LaneSums {
    private static final int LANES = 1 << 10;
    private static final int BLOCK = 1 << 16;

    private final float[] lanes = new float[LANES];
    private final float[] x = new float[LANES];
    private final float[] y = new float[LANES];

    /** Σ a over n numbers. */
    double sum(float[] a, int at, int n) {
        double total = 0;
        for (int start = 0; start < n; start += BLOCK) {
            int end = clear(start, n);
            for (int i = start; i < end; i += LANES) {
                add(a, at + i, Math.min(LANES, end - i));
            }
            total += total(end - start);
        }
        return total;
    }

    /** Σ (a - meanA) (b - meanB). */
    double products(float[] a, int aAt, float meanA, float[] b, int bAt, float meanB, int n) {
        double total = 0;
        for (int start = 0; start < n; start += BLOCK) {
            int end = clear(start, n);
            for (int i = start; i < end; i += LANES) {
                addProducts(a, aAt + i, meanA, b, bAt + i, meanB, Math.min(LANES, end - i));
            }
            total += total(end - start);
        }
        return total;
    }

    /** Σ (a - b)². */
    double squaredDistance(float[] a, int aAt, float[] b, int bAt, int n) {
        double total = 0;
        for (int start = 0; start < n; start += BLOCK) {
            int end = clear(start, n);
            for (int i = start; i < end; i += LANES) {
                addSquaredDistances(a, aAt + i, b, bAt + i, Math.min(LANES, end - i));
            }
            total += total(end - start);
        }
        return total;
    }

    /** Clears the lanes for the block that begins at {@code start}, and returns where it ends. */
    private int clear(int start, int n) {
        Arrays.fill(lanes, 0);
        return (int) Math.min(n, (long) start + BLOCK);
    }

    private void add(float[] a, int at, int n) {
        System.arraycopy(a, at, x, 0, n);
        add(x, lanes, n);
    }

    private static void add(float[] x, float[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += x[j];
        }
    }

    private void addProducts(float[] a, int aAt, float meanA, float[] b, int bAt, float meanB, int n) {
        System.arraycopy(a, aAt, x, 0, n);
        System.arraycopy(b, bAt, y, 0, n);
        addProducts(x, meanA, y, meanB, lanes, n);
    }

    private static void addProducts(float[] x, float meanX, float[] y, float meanY, float[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += (x[j] - meanX) * (y[j] - meanY);
        }
    }

    private void addSquaredDistances(float[] a, int aAt, float[] b, int bAt, int n) {
        System.arraycopy(a, aAt, x, 0, n);
        System.arraycopy(b, bAt, y, 0, n);
        addSquaredDistances(x, y, lanes, n);
    }

    private static void addSquaredDistances(float[] x, float[] y, float[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += (x[j] - y[j]) * (x[j] - y[j]);
        }
    }

    private double total(int numbers) {
        double total = 0;
        for (int i = 0; i < Math.min(LANES, numbers); i++) {
            total += lanes[i];
        }
        return total;
    }
}
