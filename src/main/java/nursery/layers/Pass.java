package nursery.layers;

import java.util.List;
import java.util.SplittableRandom;
import nursery.tensor.Arena;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What a layer sees of one pass through the net: its parameters, and places for what backward needs. */
public final class Pass {
    private final String layer;
    private final List<Variable> variables;
    private final Arena arena;
    private final boolean first;
    private final SplittableRandom random;
    private final NamedTensors parameters = new NamedTensors();
    private final NamedTensors saved = new NamedTensors();
    private final NamedTensors gradients = new NamedTensors();
    private @Nullable Block block;
    private boolean training;

    Pass(String layer, List<Variable> variables, Arena arena, boolean first, SplittableRandom random) {
        this.layer = layer;
        this.variables = variables;
        this.arena = arena;
        this.first = first;
        this.random = random;
        variables.forEach(v -> parameters.put(v.parameter().name(), v.value().in(arena)));
    }

    /** Whether the net is being trained (dropout drops, batch norm uses the batch) or evaluated. */
    public boolean training() {
        return training;
    }

    /** The layer's own stream of random numbers. */
    public SplittableRandom random() {
        return random;
    }

    /** A parameter or running state that the layer declared. */
    public Tensor parameter(String name) {
        return known(parameters.get(name), name, "parameters", "declare it in parameters(...)");
    }

    /** Keeps a tensor for backward, and returns it. */
    public Tensor save(String name, Tensor tensor) {
        saved.put(name, tensor);
        return tensor;
    }

    /** What forward kept under this name. */
    public Tensor saved(String name) {
        return known(saved.get(name), name, "saved tensors", "save it in forward with pass.save(...)");
    }

    /** Hands over dL/dparameter, of the parameter's shape. */
    public void gradient(String name, Tensor gradient) {
        Shape expected = parameter(name).shape();
        if (!expected.equals(gradient.shape())) {
            throw new ShapeException(layer + ": expected a gradient of shape " + expected + " for \"" + name
                    + "\", received " + gradient.shape());
        }
        gradients.put(name, gradient);
    }

    /** A tensor of the pass for a result, with whatever numbers an earlier step left in it. */
    public Tensor result(Shape shape) {
        return arena.next(shape);
    }

    /**
     * Whether anything needs the dL/dx that backward returns. It does not for the first layer of a net in training;
     * backward may then return {@code dy} and save the work.
     */
    public boolean inputGradientNeeded() {
        return !first;
    }

    /** The layers inside this layer at work; their variables are those of this layer that bear their names. */
    Block block(List<Layer> layers) {
        Block known = block;
        if (known == null || !known.holds(layers)) {
            known = new Block(layers, this);
            block = known;
        }
        return known;
    }

    /** A pass for a layer inside this one. */
    Pass inside(Layer inner, List<Variable> own) {
        return new Pass(layer + ": " + inner, own, arena, false, random.split());
    }

    /** The layer's parameters and running state. */
    List<Variable> variables() {
        return variables;
    }

    void begin(boolean training) {
        this.training = training;
        saved.clear();
        gradients.clear();
    }

    /** The gradient that backward handed over for a parameter. */
    Tensor gradientOf(String name) {
        Tensor gradient = gradients.get(name);
        if (gradient == null) {
            throw new IllegalStateException(layer + ": expected a gradient for \"" + name
                    + "\" from backward, received none; call pass.gradient(\"" + name + "\", ...) there");
        }
        return gradient;
    }

    private Tensor known(@Nullable Tensor tensor, String name, String kind, String advice) {
        if (tensor == null) {
            throw new IllegalArgumentException(
                    layer + ": there is no \"" + name + "\" among its " + kind + "; " + advice);
        }
        return tensor;
    }
}
