package nursery.tensor;

import java.util.Arrays;

/**
 * Sums of float32 numbers in a fixed order that a compiler can vectorize: number i goes to lane i mod 64, and the lanes
 * are added up in order, in float64.
 */
final class LaneSums {
    private static final int LANES = 64;

    private final float[] lanes = new float[LANES];

    /** Σ a over n numbers. */
    double sum(float[] a, int at, int n) {
        Arrays.fill(lanes, 0);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            for (int j = 0; j < LANES; j++) {
                lanes[j] += a[at + i + j];
            }
        }
        for (; i < n; i++) {
            lanes[i % LANES] += a[at + i];
        }
        return total();
    }

    /** Σ (a - meanA) (b - meanB). */
    double products(float[] a, int aAt, float meanA, float[] b, int bAt, float meanB, int n) {
        Arrays.fill(lanes, 0);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            for (int j = 0; j < LANES; j++) {
                lanes[j] += (a[aAt + i + j] - meanA) * (b[bAt + i + j] - meanB);
            }
        }
        for (; i < n; i++) {
            lanes[i % LANES] += (a[aAt + i] - meanA) * (b[bAt + i] - meanB);
        }
        return total();
    }

    private double total() {
        double total = 0;
        for (float lane : lanes) {
            total += lane;
        }
        return total;
    }
}
