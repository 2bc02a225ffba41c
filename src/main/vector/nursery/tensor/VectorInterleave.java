package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link Interleave} with the Vector API, a block of a vector's length at a time. Taking the numbers of the first and the
 * second half of a block in turn moves the highest bit of each number's place to the lowest; after log2(rows) such
 * passes the place is (column, row) instead of (row, column).
 */
final class VectorInterleave extends Interleave {
    private static final VectorShuffle<Float> LOWER = VectorShuffle.fromOp(LANES, i -> i / 2);
    private static final VectorShuffle<Float> UPPER = VectorShuffle.fromOp(LANES, i -> (WIDTH + i) / 2);
    private static final VectorMask<Float> ODD_LANES = oddLanes();

    private final float[] odd = new float[WIDTH * WIDTH]; // what the first, the third ... pass gives
    private final float[] even = new float[WIDTH * WIDTH];

    private static VectorMask<Float> oddLanes() {
        boolean[] lanes = new boolean[WIDTH];
        for (int i = 1; i < WIDTH; i += 2) {
            lanes[i] = true;
        }
        return VectorMask.fromArray(LANES, lanes, 0);
    }

    @Override
    void run(float[] source, int from, int stride, int rows, int n, float[] target, int to, int step) {
        int columns = VectorWarmUp.images() ? fast(source, from, stride, rows, n, target, to, step) : 0;
        super.run(source, from + columns, stride, rows, n - columns, target, to + columns * step, step);
    }

    /** As many of the n columns as fill vectors; returns how many. */
    int fast(float[] source, int from, int stride, int rows, int n, float[] target, int to, int step) {
        int block = rows % WIDTH == 0 ? WIDTH : rows;
        boolean fits = block == WIDTH || block == step && block > 1 && WIDTH % block == 0;
        int columns = fits ? n / WIDTH * WIDTH : 0;
        int next = block == WIDTH ? step : WIDTH; // from one vector of the target to the next
        for (int r = 0; r < rows && columns > 0; r += block) {
            for (int j = 0; j < columns; j += WIDTH) {
                transpose(source, from + r * stride + j, stride, block, target, to + j * step + r, next);
            }
        }
        return columns;
    }

    private void transpose(float[] source, int from, int stride, int rows, float[] target, int to, int next) {
        float[] in = source;
        int at = from;
        int step = stride;
        for (int left = rows; left > 2; left /= 2) {
            float[] out = in == odd ? even : odd;
            pass(in, at, step, rows / 2, out, 0, WIDTH);
            in = out;
            at = 0;
            step = WIDTH;
        }
        pass(in, at, step, rows / 2, target, to, next);
    }

    private static void pass(float[] in, int at, int step, int half, float[] out, int to, int next) {
        for (int i = 0; i < half; i++) {
            interleave(
                    FloatVector.fromArray(LANES, in, at + i * step),
                    FloatVector.fromArray(LANES, in, at + (i + half) * step),
                    out,
                    to + 2 * i * next,
                    next);
        }
    }

    /** Stores two vectors with their numbers in turn, the first half at {@code at}, the second {@code next} after it. */
    static void interleave(FloatVector a, FloatVector b, float[] out, int at, int next) {
        a.rearrange(LOWER).blend(b.rearrange(LOWER), ODD_LANES).intoArray(out, at);
        a.rearrange(UPPER).blend(b.rearrange(UPPER), ODD_LANES).intoArray(out, at + next);
    }
}
