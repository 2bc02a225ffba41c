package nursery.layers;

import nursery.tensor.GlobalPooling;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * The mean of each channel: [channels, height, width] to [channels], for images of any size (Lin et al. 2013, "Network in
 * Network"). It takes the place of flatten and a large dense layer.
 */
public record GlobalAvgPool() implements Layer {

    @Override
    public Shape outputShape(Shape in) {
        Images.require(in);
        return Shape.of(in.dim(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return GlobalPooling.mean(pass.save("x", x));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.inputGradientNeeded() ? GlobalPooling.meanGradient(dy, pass.saved("x")) : dy;
    }

    @Override
    public String toString() {
        return "globalAvgPool()";
    }
}
