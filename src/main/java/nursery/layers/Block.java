package nursery.layers;

import java.util.ArrayList;
import java.util.List;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Layers inside a layer. Their parameters are parameters of the outer layer, with the name of the inner one in front:
 * {@code "dense1.W"}.
 */
final class Block {
    private final List<Layer> layers;
    private final List<Inner> inner = new ArrayList<>();
    private final Pass outer;

    /** A layer's own pass, and the names of its learned parameters in both. */
    private record Inner(Layer layer, Pass pass, List<String> names, List<String> outerNames) {}

    Block(List<Layer> layers, Pass outer) {
        this.layers = layers;
        this.outer = outer;
        UniqueNames names = new UniqueNames();
        for (Layer layer : layers) {
            String prefix = names.next(layer) + ".";
            List<Variable> own = outer.variables().stream()
                    .filter(v -> v.parameter().name().startsWith(prefix))
                    .map(v -> new Variable(
                            v.layer(), v.parameter().named(v.parameter().name().substring(prefix.length())), v.value()))
                    .toList();
            List<String> learned = own.stream()
                    .map(Variable::parameter)
                    .filter(Parameter::learned)
                    .map(Parameter::name)
                    .toList();
            List<String> outerNames =
                    learned.stream().map(name -> prefix + name).toList();
            inner.add(new Inner(layer, outer.inside(layer, own), learned, outerNames));
        }
    }

    /** Whether this is the block of these very layers. */
    boolean holds(List<Layer> others) {
        return layers == others;
    }

    /** The shape of a row behind the layers. */
    static Shape outputShape(List<Layer> layers, Shape in) {
        Shape shape = in;
        for (Layer layer : layers) {
            shape = layer.outputShape(shape);
        }
        return shape;
    }

    /** Declares the parameters of all layers. */
    static void declare(List<Layer> layers, Shape in, Parameters p) {
        List<Shape> shapes = new ArrayList<>(List.of(in));
        layers.forEach(layer -> shapes.add(layer.outputShape(shapes.get(shapes.size() - 1))));
        UniqueNames names = new UniqueNames();
        for (int i = 0; i < layers.size(); i++) {
            Parameters own = p.inside(FollowingActivation.initializer(layers, shapes, i));
            layers.get(i).parameters(shapes.get(i), own);
            p.add(names.next(layers.get(i)), own);
        }
    }

    /** y = f(x) through all layers. */
    Tensor forward(Tensor x) {
        Tensor y = x;
        for (int i = 0; i < inner.size(); i++) {
            Inner one = inner.get(i);
            one.pass().begin(outer.training());
            y = one.layer().forward(y, one.pass());
        }
        return y;
    }

    /** dL/dx from dL/dy; hands the gradients of all parameters to the outer layer's pass. */
    Tensor backward(Tensor dy) {
        Tensor dx = dy;
        for (int i = inner.size() - 1; i >= 0; i--) {
            Inner one = inner.get(i);
            dx = one.layer().backward(dx, one.pass());
            for (int j = 0; j < one.names().size(); j++) {
                outer.gradient(
                        one.outerNames().get(j),
                        one.pass().gradientOf(one.names().get(j)));
            }
        }
        return dx;
    }
}
