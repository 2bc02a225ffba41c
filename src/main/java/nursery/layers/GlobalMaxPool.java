package nursery.layers;

import nursery.tensor.GlobalPooling;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * The largest number of each channel: [channels, height, width] to [channels], for images of any size. The gradient goes
 * to the first of the largest numbers.
 */
public record GlobalMaxPool() implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        Images.require(in);
        return Shape.of(in.dim(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return GlobalPooling.max(pass.save("x", x));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.inputGradientNeeded() ? GlobalPooling.maxGradient(dy, pass.saved("x")) : dy;
    }

    @Override
    public String toString() {
        return "globalMaxPool()";
    }
}
