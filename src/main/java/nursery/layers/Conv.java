package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Convolution;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * Convolution: y[f, i, j] = b[f] + Σ w[f, c, u, v] · x[c, i stride + u - padding, j stride + v - padding], with x:
 * [channels, height, width], zero outside of the image, W: [filters, channels, size, size] and b: [filters]. The output
 * is [filters, outHeight, outWidth], with outHeight = ⌊(height + 2 padding - size) / stride⌋ + 1.
 *
 * @param filters the number of filters, at least 1
 * @param size the height and width of a filter, at least 1
 * @param stride how far a filter moves, at least 1
 * @param padding how many zeros surround the image, at least 0 and less than {@code size}
 */
public record Conv(int filters, int size, int stride, int padding) implements Layer {

    /** Checks the numbers. */
    public Conv {
        require("filters", filters, filters >= 1, "1 filter");
        require("size", size, size >= 1, "size 1");
        require("stride", stride, stride >= 1, "stride 1");
        require("padding", padding, padding >= 0, "padding 0");
        if (padding >= size) {
            throw new IllegalArgumentException(
                    "conv(filters, size, stride, padding): expected less padding than the size " + size + ", received "
                            + padding + "; more would only add filters that see zeros alone");
        }
    }

    private static void require(String what, int received, boolean fine, String least) {
        if (!fine) {
            throw new IllegalArgumentException("conv(filters, size, stride, padding): expected at least " + least
                    + ", received " + what + " " + received);
        }
    }

    /**
     * Stride 1 and as much padding as keeps height and width.
     *
     * @throws IllegalArgumentException if {@code size} is even, since the padding could not be the same on both sides
     */
    public static Conv same(int filters, int size) {
        if (size % 2 == 0) {
            throw new IllegalArgumentException(
                    "conv(filters, size): expected an odd size, which keeps height and width," + " received " + size
                            + "; use " + (size + 1) + ", or conv(filters, size, stride, padding)");
        }
        return new Conv(filters, size, 1, Math.max(0, (size - 1) / 2));
    }

    @Override
    public Shape outputShape(Shape in) {
        Images.require(in);
        int height = Convolution.outputLength(in.dim(1), size, stride, padding);
        int width = Convolution.outputLength(in.dim(2), size, stride, padding);
        if (height < 1 || width < 1) {
            throw new ShapeException("expected images of at least " + (size - 2 * padding) + " x "
                    + (size - 2 * padding) + " pixels, received " + in + "; use smaller filters or more padding");
        }
        return Shape.of(filters, height, width);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        int channels = in.dim(0);
        p.weight("W", Shape.of(filters, channels, size, size), channels * size * size, filters * size * size);
        p.add("b", Shape.of(filters), new Constant(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return Convolution.forward(pass.save("x", x), pass.parameter("W"), pass.parameter("b"), stride, padding);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.saved("x");
        Tensor w = pass.parameter("W");
        pass.gradient("W", Convolution.weightGradient(dy, x, w, stride, padding));
        pass.gradient("b", Convolution.biasGradient(dy, pass.parameter("b")));
        return pass.inputGradientNeeded() ? Convolution.inputGradient(dy, w, x, stride, padding) : dy;
    }

    @Override
    public String toString() {
        return stride == 1 && 2 * padding == size - 1
                ? "conv(" + filters + ", " + size + ")"
                : "conv(" + filters + ", " + size + ", " + stride + ", " + padding + ")";
    }
}
