package nursery.layers;

import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Each row as one flat row of numbers: [channels, height, width] to [channels · height · width]. */
public record Flatten() implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        return Shape.of(in.size());
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return pass.save("x", x).flat();
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return dy.reshape(pass.saved("x").shape());
    }

    @Override
    public String toString() {
        return "flatten()";
    }
}
