package nursery.diagnosis;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import nursery.initializers.Constant;
import nursery.layers.Layer;
import nursery.layers.Parameters;
import nursery.layers.Pass;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/** y = 3 g x with one parameter g, for flat rows, and a place to break each part of it. */
record BrokenLayer(
        UnaryOperator<Shape> shape,
        BiFunction<Tensor, Pass, Tensor> forward,
        BiFunction<Tensor, Pass, Tensor> backward,
        boolean handsOverGradient)
        implements Layer {

    static BrokenLayer healthy() {
        return new BrokenLayer(
                BrokenLayer::flat,
                (x, pass) -> x.times(pass.parameter("g")).times(3),
                (dy, pass) -> dy.times(pass.parameter("g")).times(3),
                true);
    }

    private static Shape flat(Shape in) {
        if (in.rank() != 1) {
            throw new ShapeException("expected a flat input, received " + in + "; add .flatten()");
        }
        return in;
    }

    BrokenLayer withShape(UnaryOperator<Shape> other) {
        return new BrokenLayer(other, forward, backward, handsOverGradient);
    }

    BrokenLayer withForward(BiFunction<Tensor, Pass, Tensor> other) {
        return new BrokenLayer(shape, other, backward, handsOverGradient);
    }

    BrokenLayer withBackward(BiFunction<Tensor, Pass, Tensor> other) {
        return new BrokenLayer(shape, forward, other, handsOverGradient);
    }

    BrokenLayer forgetful() {
        return new BrokenLayer(shape, forward, backward, false);
    }

    @Override
    public Shape outputShape(Shape in) {
        return shape.apply(in);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        p.add("g", in, new Constant(1));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        pass.save("x", x);
        return forward.apply(x, pass);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (handsOverGradient) {
            pass.gradient("g", dy.times(pass.saved("x")).times(3).sumRows());
        }
        return backward.apply(dy, pass);
    }

    @Override
    public String toString() {
        return "broken()";
    }
}
