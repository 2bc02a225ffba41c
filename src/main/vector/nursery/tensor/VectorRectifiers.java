package nursery.tensor;

import static nursery.tensor.VectorTiles.LANES;
import static nursery.tensor.VectorTiles.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Loops of ReLU's relatives that the JIT compiler does not vectorize by itself, with the bits of the plain ones, which do
 * the rest.
 */
final class VectorRectifiers {
    private VectorRectifiers() {}

    /** c = a where b > 0, else rate a. */
    static void leakyReluGradient(FloatLoop loop, int from, int to) {
        RectifierLoops.leakyReluGradient(
                loop, VectorWarmUp.others() ? fastLeakyReluGradient(loop, from, to) : from, to);
    }

    /** As many as fill vectors; returns where the rest begins. */
    static int fastLeakyReluGradient(FloatLoop loop, int from, int to) {
        float slope = loop.rate;
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector x = FloatVector.fromArray(LANES, loop.b, i);
            FloatVector dy = FloatVector.fromArray(LANES, loop.a, i);
            dy.mul(slope).blend(dy, x.compare(VectorOperators.GT, 0f)).intoArray(loop.c, i);
        }
        return i;
    }

    /** c = a where b > 0, else a (b + rate). */
    static void eluGradient(FloatLoop loop, int from, int to) {
        RectifierLoops.eluGradient(loop, VectorWarmUp.others() ? fastEluGradient(loop, from, to) : from, to);
    }

    /** As many as fill vectors; returns where the rest begins. */
    static int fastEluGradient(FloatLoop loop, int from, int to) {
        float alpha = loop.rate;
        int i = from;
        for (; i <= to - WIDTH; i += WIDTH) {
            FloatVector y = FloatVector.fromArray(LANES, loop.b, i);
            FloatVector dy = FloatVector.fromArray(LANES, loop.a, i);
            dy.mul(y.add(alpha)).blend(dy, y.compare(VectorOperators.GT, 0f)).intoArray(loop.c, i);
        }
        return i;
    }

    static void softplus(FloatLoop loop, int from, int to) {
        RectifierLoops.softplus(loop, from, to, VectorLoops::exp);
    }

    static void gelu(FloatLoop loop, int from, int to) {
        RectifierLoops.gelu(loop, from, to, VectorLoops::exp);
    }

    static void geluGradient(FloatLoop loop, int from, int to) {
        RectifierLoops.geluGradient(loop, from, to, VectorLoops::exp);
    }
}
