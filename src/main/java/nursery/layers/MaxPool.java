package nursery.layers;

import nursery.tensor.Convolution;
import nursery.tensor.Pooling;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * Max pooling: y[c, i, j] is the largest of x[c, i stride + u, j stride + v] over u, v &lt; size. Rows and columns that no
 * whole window reaches are left out. The gradient goes to the first of the largest numbers of a window.
 *
 * @param size the height and width of a window, at least 1
 * @param stride how far a window moves, at least 1
 */
public record MaxPool(int size, int stride) implements Layer {

    /** Checks the numbers. */
    public MaxPool {
        if (size < 1 || stride < 1) {
            throw new IllegalArgumentException("maxPool(size, stride): expected at least 1 for both, received size "
                    + size + " and stride " + stride + "; maxPool(2) is usual");
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
        return pass.save("y", Pooling.max(pass.save("x", x), size, stride));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.inputGradientNeeded()
                ? Pooling.maxGradient(dy, pass.saved("x"), pass.saved("y"), size, stride)
                : dy;
    }

    @Override
    public String toString() {
        return stride == size ? "maxPool(" + size + ")" : "maxPool(" + size + ", " + stride + ")";
    }
}
