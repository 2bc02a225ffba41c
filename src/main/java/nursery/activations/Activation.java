package nursery.activations;

import java.util.function.DoubleUnaryOperator;
import nursery.initializers.He;
import nursery.initializers.Initializer;
import nursery.tensor.Tensor;

/** A function without parameters between two layers. Shown in a cell, it draws itself and its derivative. */
public interface Activation {

    /** y = f(x). */
    Tensor forward(Tensor x);

    /** dL/dx from dL/dy, given x and y = f(x). */
    Tensor backward(Tensor dy, Tensor x, Tensor y);

    /** How the weights before this function are drawn unless the net says otherwise; He by default. */
    default Initializer initializer() {
        return new He();
    }

    /** Whether an output y lies where the function is flat at both ends, so that hardly a gradient passes; never by default. */
    default boolean saturated(double y) {
        return false;
    }

    /**
     * A function of one number, given with its derivative.
     *
     * <pre>{@code
     * var swish = Activation.of("swish", x -> x / (1 + Math.exp(-x)), x -> { double s = 1 / (1 + Math.exp(-x)); return s + x * s * (1 - s); });
     * }</pre>
     *
     * @param name shown in tables and messages
     * @param f the function
     * @param df its derivative; {@code GradientCheck.of(activation)} compares the two
     */
    static Activation of(String name, DoubleUnaryOperator f, DoubleUnaryOperator df) {
        return new Custom(name, f, df);
    }
}
