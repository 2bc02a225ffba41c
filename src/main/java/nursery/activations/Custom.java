package nursery.activations;

import java.util.function.DoubleUnaryOperator;
import nursery.tensor.Tensor;

/**
 * A function of one number that the user gives with its derivative.
 *
 * @param name shown in tables and messages
 * @param f the function
 * @param df its derivative
 */
public record Custom(String name, DoubleUnaryOperator f, DoubleUnaryOperator df) implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return x.map(f);
    }

    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        return dy.times(x.map(df));
    }

    @Override
    public String toString() {
        return name + "()";
    }
}
