package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Convolution;
import nursery.tensor.Dilation;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Dilated convolution (Yu and Koltun 2016): y[f, i, j] = b[f] + Σ w[f, c, u, v] · x[c, i stride + u dilation - padding, j
 * stride + v dilation - padding]. A filter sees dilation (size - 1) + 1 pixels in each direction with the parameters of
 * {@link Conv}. It is computed as a convolution with zeros between the numbers of W, and takes the time of one that large.
 *
 * @param filters the number of filters, at least 1
 * @param size the height and width of a filter without its holes, at least 1
 * @param stride how far a filter moves, at least 1
 * @param padding how many zeros surround the image, at least 0 and less than what a filter sees
 * @param dilation how far apart the numbers of a filter lie, at least 1
 */
public record DilatedConv(int filters, int size, int stride, int padding, int dilation) implements Layer {

    /** Checks the numbers. */
    public DilatedConv {
        if (size < 1 || dilation < 1) {
            throw new IllegalArgumentException("conv(filters, size, stride, padding, dilation): expected a size and a"
                    + " dilation of at least 1, received " + size + " and " + dilation);
        }
        wide(filters, size, stride, padding, dilation); // checks the others
    }

    private static Conv wide(int filters, int size, int stride, int padding, int dilation) {
        return new Conv(filters, Dilation.length(size, dilation), stride, padding);
    }

    @Override
    public Shape outputShape(Shape in) {
        return wide(filters, size, stride, padding, dilation).outputShape(in);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        int channels = in.dim(0);
        p.weight("W", Shape.of(filters, channels, size, size), channels * size * size, filters * size * size);
        p.add("b", Shape.of(filters), new Constant(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor wide = pass.save("wide", Dilation.spread(pass.parameter("W"), dilation));
        return Convolution.forward(pass.save("x", x), wide, pass.parameter("b"), stride, padding);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.saved("x");
        Tensor wide = pass.saved("wide");
        Tensor dwide = Convolution.weightGradient(dy, x, wide, stride, padding);
        pass.gradient("W", Dilation.gather(dwide, pass.parameter("W"), dilation));
        pass.gradient("b", Convolution.biasGradient(dy, pass.parameter("b")));
        return pass.inputGradientNeeded() ? Convolution.inputGradient(dy, wide, x, stride, padding) : dy;
    }

    @Override
    public String toString() {
        return "conv(" + filters + ", " + size + ", " + stride + ", " + padding + ", " + dilation + ")";
    }
}
