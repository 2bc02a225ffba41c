package nursery.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Number by number; {@code b} has the shape of {@code a}, or of its last dimensions and is then repeated. {@code out}
 * may be an operand.
 */
interface ElementwiseKernels {

    /** out = f(x). */
    default void map(Tensor x, DoubleUnaryOperator f, Tensor out) {
        for (int i = 0; i < x.size(); i++) {
            out.set(i, f.applyAsDouble(x.get(i)));
        }
    }

    /** out = f(a, b). */
    default void zip(Tensor a, Tensor b, DoubleBinaryOperator f, Tensor out) {
        for (int i = 0; i < a.size(); i++) {
            out.set(i, f.applyAsDouble(a.get(i), b.get(i % b.size())));
        }
    }

    /** out = a + b. */
    default void plus(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x + y, out);
    }

    /** out = a - b. */
    default void minus(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x - y, out);
    }

    /** out = a * b. */
    default void times(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x * y, out);
    }

    /** out = a / b. */
    default void dividedBy(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x / y, out);
    }

    /** out = factor * x. */
    default void scale(Tensor x, double factor, Tensor out) {
        for (int i = 0; i < x.size(); i++) {
            out.set(i, factor * x.get(i));
        }
    }

    /** y += factor * x. */
    default void addScaled(Tensor y, double factor, Tensor x) {
        for (int i = 0; i < y.size(); i++) {
            y.set(i, y.get(i) + factor * x.get(i));
        }
    }
}
