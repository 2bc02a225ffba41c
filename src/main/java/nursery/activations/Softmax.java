package nursery.activations;

import nursery.initializers.Initializer;
import nursery.initializers.Xavier;
import nursery.tensor.Tensor;

/** e^x / Σ e^x in each row: scores become probabilities of classes. */
public record Softmax() implements Activation {

    @Override
    public Tensor forward(Tensor x) {
        return x.softmax();
    }

    /** y (dy - Σ y dy), row by row. */
    @Override
    public Tensor backward(Tensor dy, Tensor x, Tensor y) {
        Tensor dx = dy.times(y);
        int n = y.columns();
        for (int row = 0; row < y.rows(); row++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += dx.get(row, j);
            }
            for (int j = 0; j < n; j++) {
                dx.set(row * n + j, y.get(row, j) * (dy.get(row, j) - sum));
            }
        }
        return dx;
    }

    @Override
    public Initializer initializer() {
        return new Xavier();
    }

    @Override
    public String toString() {
        return "softmax()";
    }
}
