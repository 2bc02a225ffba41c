package nursery.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** float32: number by number. */
interface FloatElementwise extends FloatOperands, ElementwiseKernels {

    /** The loop to set, the same one each time. */
    FloatLoop loop();

    /** Those who share it. */
    Workers workers();

    /** Runs {@code body} on a, b (repeated where it is shorter) and out. */
    default void run(FloatLoop.Body body, Tensor a, Tensor b, Tensor out) {
        int n = a.size();
        FloatLoop loop = loop();
        loop.a = read(a, n, 0);
        loop.b = b == a ? loop.a : read(b, n, 1);
        loop.c = write(out, 2);
        loop.run(body, n, workers());
        written(loop.c, out);
        loop.release();
    }

    @Override
    default void map(Tensor x, DoubleUnaryOperator f, Tensor out) {
        for (int i = 0; i < x.size(); i++) {
            out.floats[out.offset + i] = (float) f.applyAsDouble(x.floats[x.offset + i]);
        }
    }

    @Override
    default void zip(Tensor a, Tensor b, DoubleBinaryOperator f, Tensor out) {
        int n = b.size();
        for (int start = 0; start < a.size(); start += n) {
            for (int j = 0; j < n; j++) {
                double y = f.applyAsDouble(a.floats[a.offset + start + j], b.floats[b.offset + j]);
                out.floats[out.offset + start + j] = (float) y;
            }
        }
    }

    @Override
    default void plus(Tensor a, Tensor b, Tensor out) {
        run(FloatLoops::plus, a, b, out);
    }

    @Override
    default void minus(Tensor a, Tensor b, Tensor out) {
        run(FloatLoops::minus, a, b, out);
    }

    @Override
    default void times(Tensor a, Tensor b, Tensor out) {
        run(FloatLoops::times, a, b, out);
    }

    @Override
    default void dividedBy(Tensor a, Tensor b, Tensor out) {
        run(FloatLoops::dividedBy, a, b, out);
    }

    @Override
    default void scale(Tensor x, double factor, Tensor out) {
        loop().rate = (float) factor;
        run(FloatLoops::scale, x, x, out);
    }

    @Override
    default void addScaled(Tensor y, double factor, Tensor x) {
        loop().rate = (float) factor;
        run(FloatLoops::addScaled, y, x, y);
    }
}
