package nursery.layers;

import java.util.List;
import java.util.stream.Collectors;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * y = x + f(x), where f is a block of layers that keeps the shape: gradients pass the block by, so that deep nets learn
 * (He et al. 2015, "Deep Residual Learning"). The parameters of the block are named after its layers,
 * {@code residual1.dense2.W}.
 *
 * @param block the layers of f, first to last
 */
public record Residual(List<Layer> block) implements Layer {

    /** Copies the list. */
    public Residual {
        block = List.copyOf(block);
        if (block.isEmpty()) {
            throw new IllegalArgumentException(
                    "residual(block): expected at least one layer, received none; try b -> b.dense(64).relu()");
        }
    }

    @Override
    public Shape outputShape(Shape in) {
        Shape out = Block.outputShape(block, in);
        if (!out.equals(in)) {
            throw new ShapeException("expected a block that keeps the shape of its input " + in
                    + ", received one that ends with " + out + "; let its last layer restore the shape");
        }
        return in;
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        Block.declare(block, in, p);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return x.plus(pass.block(block).forward(x));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return dy.plus(pass.block(block).backward(dy));
    }

    @Override
    public String toString() {
        return block.stream().map(Layer::toString).collect(Collectors.joining(", ", "residual(", ")"));
    }
}
