package nursery.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nursery.initializers.Constant;
import nursery.initializers.Initializer;
import nursery.tensor.Shape;

/** What one layer declares: its parameters, and the state that it keeps without learning it. */
public final class Parameters {
    private final Initializer weights;
    private final boolean asked;
    private final List<Parameter> declared = new ArrayList<>();

    /**
     * No parameters yet.
     *
     * @param weights draws the layer's {@linkplain #weight weights}
     */
    public Parameters(Initializer weights) {
        this(weights, false);
    }

    /**
     * No parameters yet.
     *
     * @param weights draws the layer's {@linkplain #weight weights}
     * @param asked whether the net was told to use it, also for layers inside this one
     */
    public Parameters(Initializer weights, boolean asked) {
        this.weights = weights;
        this.asked = asked;
    }

    /**
     * A weight: drawn by the net's initializer and counted by its penalties, as biases are not.
     *
     * @param name its name within the layer, {@code "W"}
     * @param shape its shape
     * @param fanIn how many inputs reach one unit
     * @param fanOut how many units one input reaches
     */
    public void weight(String name, Shape shape, int fanIn, int fanOut) {
        declare(new Parameter(name, shape, weights, fanIn, fanOut, true, true));
    }

    /** A learned parameter with an initializer of its own and no penalty, such as a bias. */
    public void add(String name, Shape shape, Initializer initializer) {
        declare(new Parameter(name, shape, initializer, shape.size(), shape.size(), true, false));
    }

    /** State that starts at {@code value} and that no gradient changes, such as a running mean. */
    public void state(String name, Shape shape, double value) {
        declare(new Parameter(name, shape, new Constant(value), shape.size(), shape.size(), false, false));
    }

    /** Nothing yet for a layer inside this one, whose weights are best drawn by {@code suited}. */
    Parameters inside(Optional<Initializer> suited) {
        return new Parameters(asked ? weights : suited.orElse(weights), asked);
    }

    /** Declares what a layer inside this one did, with a name in front. */
    void add(String name, Parameters inner) {
        inner.declared.forEach(p -> declare(p.named(name + "." + p.name())));
    }

    private void declare(Parameter parameter) {
        for (Parameter p : declared) {
            if (p.name().equals(parameter.name())) {
                throw new IllegalArgumentException("expected one parameter \"" + parameter.name()
                        + "\" in a layer, received two; give the second another name");
            }
        }
        declared.add(parameter);
    }

    /** What was declared, in order. */
    public List<Parameter> declared() {
        return List.copyOf(declared);
    }
}
