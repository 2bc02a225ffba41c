package nursery.layers;

import nursery.tensor.Convolution;
import nursery.tensor.MeanPooling;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * Average pooling: y[c, i, j] is the mean of x[c, i stride + u, j stride + v] over u, v &lt; size. Rows and columns that no
 * whole window reaches are left out.
 *
 * @param size the height and width of a window, at least 1
 * @param stride how far a window moves, at least 1
 */
public record AvgPool(int size, int stride) implements Layer {

    /** Checks the numbers. */
    public AvgPool {
        if (size < 1 || stride < 1) {
            throw new IllegalArgumentException("avgPool(size, stride): expected at least 1 for both, received size "
                    + size + " and stride " + stride + "; avgPool(2) is usual");
        }
    }

    @Override
    public Shape outputShape(Shape in) {
        Images.require(in);
        if (in.dim(1) < size || in.dim(2) < size) {
            throw new ShapeException("expected images of at least " + size + " x " + size + " pixels, received " + in
                    + "; pool less often or with a smaller window");
        }
        return Shape.of(
                in.dim(0),
                Convolution.outputLength(in.dim(1), size, stride, 0),
                Convolution.outputLength(in.dim(2), size, stride, 0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return MeanPooling.mean(pass.save("x", x), size, stride);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.inputGradientNeeded() ? MeanPooling.gradient(dy, pass.saved("x"), size, stride) : dy;
    }

    @Override
    public String toString() {
        return stride == size ? "avgPool(" + size + ")" : "avgPool(" + size + ", " + stride + ")";
    }
}
