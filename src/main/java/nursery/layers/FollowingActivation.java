package nursery.layers;

import java.util.List;
import java.util.Optional;
import nursery.initializers.Initializer;
import nursery.initializers.Xavier;
import nursery.tensor.Shape;

/** The activation function behind a layer, which says how the layer's weights are best drawn. */
public final class FollowingActivation {
    private FollowingActivation() {}

    /**
     * The initializer of the first activation function behind layer {@code i}, unless other weights come before it.
     *
     * @param layers the layers, first to last
     * @param shapes the shape of a row before each layer
     */
    public static Optional<Initializer> initializer(List<Layer> layers, List<Shape> shapes, int i) {
        for (int next = i + 1; next < layers.size() && !hasWeights(layers.get(next), shapes.get(next)); next++) {
            if (layers.get(next) instanceof Activate a) {
                return Optional.of(a.activation().initializer());
            }
            if (layers.get(next) instanceof ActivationLayer f) {
                return Optional.of(f.initializer());
            }
        }
        return Optional.empty();
    }

    /** Whether a layer declares weights for rows of shape {@code in}. */
    public static boolean hasWeights(Layer layer, Shape in) {
        Parameters p = new Parameters(new Xavier());
        layer.parameters(in, p);
        return p.declared().stream().anyMatch(Parameter::penalized);
    }
}
