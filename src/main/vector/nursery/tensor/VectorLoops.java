package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Loops over numbers that the JIT compiler does not vectorize by itself: with a condition, or with arrays that are
 * indexed unlike. They give the bits of the plain loops, number for number, and leave the rest to them; until
 * {@link VectorWarmUp} has had them compiled, everything.
 */
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

    /** c = a where b > 0, else 0. */
    static void reluGradient(FloatLoop loop, int from, int to) {
        FloatLoops.reluGradient(loop, VectorWarmUp.relu() ? fastReluGradient(loop, from, to) : from, to);
    }

    /** As many as fill vectors; returns where the rest begins. */
    static int fastReluGradient(FloatLoop loop, int from, int to) {
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector y = FloatVector.fromArray(LANES, loop.b, i);
            FloatVector.zero(LANES)
                    .blend(FloatVector.fromArray(LANES, loop.a, i), y.compare(VectorOperators.GT, 0f))
                    .intoArray(loop.c, i);
        }
        return i;
    }

    /** c = 1 / (1 + e^-a). */
    static void sigmoid(FloatLoop loop, int from, int to) {
        FloatLoops.sigmoid(loop, from, to, VectorLoops::exp);
    }

    /** x = e^x for n numbers. */
    static void exp(float[] x, int at, int n) {
        int i = VectorWarmUp.others() ? fastExp(x, at, n) : at;
        FloatLoops.exp(x, i, at + n - i);
    }

    /**
     * As many as fill vectors, {@link FloatMath#exp} operation by operation; returns where the rest begins. All in one
     * method: JDK 17 may refuse to inline a method that returns a vector, and then makes an object of each.
     */
    static int fastExp(float[] x, int at, int n) {
        int i = at;
        for (; i <= at + n - WIDTH; i += WIDTH) {
            FloatVector v = FloatVector.fromArray(LANES, x, i);
            FloatVector c = v.max(FloatMath.EXP_MIN).min(FloatMath.EXP_MAX);
            FloatVector t = c.mul(FloatMath.LOG2_E).add(FloatMath.ROUND);
            FloatVector k = t.sub(FloatMath.ROUND);
            FloatVector f = c.sub(k.mul(FloatMath.LN2_HIGH)).sub(k.mul(FloatMath.LN2_LOW));
            FloatVector p = f.mul(FloatMath.E6)
                    .add(FloatMath.E5)
                    .mul(f)
                    .add(FloatMath.E4)
                    .mul(f)
                    .add(FloatMath.E3)
                    .mul(f)
                    .add(FloatMath.E2)
                    .mul(f)
                    .mul(f)
                    .add(f)
                    .add(1f);
            IntVector bits =
                    t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(Float.floatToRawIntBits(1));
            p.mul(bits.reinterpretAsFloats())
                    .blend(Float.POSITIVE_INFINITY, v.compare(VectorOperators.GT, FloatMath.EXP_MAX))
                    .blend(0f, v.compare(VectorOperators.LT, FloatMath.EXP_MIN))
                    .intoArray(x, i);
        }
        return i;
    }
}
