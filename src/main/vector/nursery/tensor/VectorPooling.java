package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** Pooling by windows of two by two with the Vector API, which can part the even columns from the odd; the same bits. */
final class VectorPooling extends FloatPooling {
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(LANES, i -> 2 * i % WIDTH);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(LANES, i -> (2 * i + 1) % WIDTH);
    private static final VectorMask<Float> SECOND_HALF = secondHalf();

    VectorPooling(Workers workers) {
        super(workers);
    }

    private static VectorMask<Float> secondHalf() {
        boolean[] lanes = new boolean[WIDTH];
        Arrays.fill(lanes, WIDTH / 2, WIDTH, true);
        return VectorMask.fromArray(LANES, lanes, 0);
    }

    /** The numbers in even columns of two vectors that lie end to end. */
    private static FloatVector even(FloatVector a, FloatVector b) {
        return a.rearrange(EVEN).blend(b.rearrange(EVEN), SECOND_HALF);
    }

    private static FloatVector odd(FloatVector a, FloatVector b) {
        return a.rearrange(ODD).blend(b.rearrange(ODD), SECOND_HALF);
    }

    @Override
    void maxOfPairs(float[] x, int top, int width, float[] y, int at, int n) {
        int j = VectorWarmUp.images() ? fastMaxOfPairs(x, top, width, y, at, n) : 0;
        super.maxOfPairs(x, top + 2 * j, width, y, at + j, n - j);
    }

    /** As many of the n as fill vectors; returns how many. */
    static int fastMaxOfPairs(float[] x, int top, int width, float[] y, int at, int n) {
        int j = 0;
        for (; j <= n - WIDTH; j += WIDTH) {
            int k = top + 2 * j;
            FloatVector a = FloatVector.fromArray(LANES, x, k).max(FloatVector.fromArray(LANES, x, k + width));
            FloatVector b =
                    FloatVector.fromArray(LANES, x, k + WIDTH).max(FloatVector.fromArray(LANES, x, k + width + WIDTH));
            even(a, b).max(odd(a, b)).intoArray(y, at + j);
        }
        return j;
    }

    @Override
    void givePairs(
            float[] dy, int dyAt, float[] y, int yAt, float[] x, int xTop, float[] dx, int dxTop, int width, int n) {
        int j = VectorWarmUp.images() ? fastGivePairs(dy, dyAt, y, yAt, x, xTop, dx, dxTop, width, n) : 0;
        super.givePairs(dy, dyAt + j, y, yAt + j, x, xTop + 2 * j, dx, dxTop + 2 * j, width, n - j);
    }

    /** As many of the n as fill vectors; returns how many. */
    static int fastGivePairs(
            float[] dy, int dyAt, float[] y, int yAt, float[] x, int xTop, float[] dx, int dxTop, int width, int n) {
        int j = 0;
        for (; j <= n - WIDTH; j += WIDTH) {
            int from = xTop + 2 * j;
            int to = dxTop + 2 * j;
            IntVector wanted = FloatVector.fromArray(LANES, y, yAt + j).reinterpretAsInts();
            IntVector left = FloatVector.fromArray(LANES, dy, dyAt + j).reinterpretAsInts();
            for (int row = 0; row < 2; row++) {
                FloatVector a = FloatVector.fromArray(LANES, x, from + row * width);
                FloatVector b = FloatVector.fromArray(LANES, x, from + row * width + WIDTH);
                IntVector evenDiffers = differs(even(a, b), wanted);
                FloatVector even =
                        left.lanewise(VectorOperators.AND_NOT, evenDiffers).reinterpretAsFloats();
                left = left.and(evenDiffers);
                IntVector oddDiffers = differs(odd(a, b), wanted);
                FloatVector odd =
                        left.lanewise(VectorOperators.AND_NOT, oddDiffers).reinterpretAsFloats();
                left = left.and(oddDiffers);
                VectorInterleave.interleave(even, odd, dx, to + row * width, WIDTH);
            }
        }
        return j;
    }

    /** All ones where x has other bits than {@code wanted}, else 0. */
    private static IntVector differs(FloatVector x, IntVector wanted) {
        IntVector other = x.reinterpretAsInts().lanewise(VectorOperators.XOR, wanted);
        return other.or(other.neg()).lanewise(VectorOperators.ASHR, 31);
    }
}
