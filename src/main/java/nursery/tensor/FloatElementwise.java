package nursery.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** float32: number by number. */
interface FloatElementwise extends FloatOperands, ElementwiseKernels {

    /** One operation on arrays, from index 0 on. */
    interface Loop {
        void run(float[] a, float[] b, float[] out, int n);
    }

    /** Runs {@code loop} on a, b (repeated where it is shorter) and out. */
    default void run(Loop loop, Tensor a, Tensor b, Tensor out) {
        int n = a.size();
        float[] values = write(out, 2);
        loop.run(read(a, n, 0), b == a ? read(a, n, 0) : read(b, n, 1), values, n);
        written(values, out);
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
        float[] values = write(out, 2);
        FloatLoops.scale(read(x, x.size(), 0), (float) factor, values, x.size());
        written(values, out);
    }

    @Override
    default void addScaled(Tensor y, double factor, Tensor x) {
        float[] values = read(y, y.size(), 0);
        FloatLoops.addScaled(values, (float) factor, read(x, x.size(), 1), y.size());
        written(values, y);
    }
}
