package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import jdk.incubator.vector.FloatVector;

/** Loops over numbers that the JIT compiler does not vectorize by itself, because their arrays are indexed unlike. */
final class VectorLoops {
    private VectorLoops() {}

    /** y += x. */
    static void add(float[] y, int yAt, float[] x, int xAt, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector.fromArray(LANES, y, yAt + i)
                    .add(FloatVector.fromArray(LANES, x, xAt + i))
                    .intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }
}
