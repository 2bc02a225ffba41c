package nursery.symptoms;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.activations.Activation;
import nursery.activations.Softmax;
import nursery.layers.Activate;
import nursery.layers.ActivationLayer;
import nursery.layers.AvgPool;
import nursery.layers.BatchNorm;
import nursery.layers.Conv;
import nursery.layers.Dense;
import nursery.layers.DilatedConv;
import nursery.layers.DropConnect;
import nursery.layers.Dropout;
import nursery.layers.Flatten;
import nursery.layers.FollowingActivation;
import nursery.layers.GlobalAvgPool;
import nursery.layers.Layer;
import nursery.layers.Rrelu;
import nursery.layers.VanillaDropout;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** What symptoms ask about the layers of a net. */
final class Structure {
    /** Layers with weights whose output is linear in their input. */
    private static final Set<Class<? extends Layer>> LINEAR =
            Set.of(Dense.class, Conv.class, DilatedConv.class, DropConnect.class);

    /** Layers that leave a linear function linear. */
    private static final Set<Class<? extends Layer>> TRANSPARENT = Set.of(
            Flatten.class, AvgPool.class, GlobalAvgPool.class, Dropout.class, VanillaDropout.class, BatchNorm.class);

    private Structure() {}

    static boolean linear(Layer layer) {
        return LINEAR.contains(layer.getClass());
    }

    static boolean transparent(Layer layer) {
        return TRANSPARENT.contains(layer.getClass());
    }

    static boolean dropout(Layer layer) {
        return layer instanceof Dropout || layer instanceof VanillaDropout;
    }

    /** Whether the layer draws random numbers in training. */
    static boolean random(Layer layer) {
        return dropout(layer) || layer instanceof DropConnect || layer instanceof Rrelu;
    }

    static boolean activation(Layer layer) {
        return layer instanceof Activate || layer instanceof ActivationLayer;
    }

    static boolean softmax(Layer layer) {
        return layer instanceof Activate a && a.activation() instanceof Softmax;
    }

    /** A layer's place and name, {@code "layer 3, relu()"}. */
    static String name(List<Layer> layers, int i) {
        return "layer " + (i + 1) + ", " + layers.get(i);
    }

    /** The place of the last layer with weights; -1 if there is none. */
    static int lastWeights(Net net) {
        return IntStream.range(0, net.layers().size())
                .filter(i -> FollowingActivation.hasWeights(
                        net.layers().get(i), net.shapes().get(i)))
                .reduce((a, b) -> b)
                .orElse(-1);
    }

    /** The smallest and the largest output of an activation function for numbers from -50 to 50. */
    static double[] range(Activation f) {
        double[] xs = IntStream.rangeClosed(-50, 50).asDoubleStream().toArray();
        Tensor y = f.forward(Tensor.of(xs, Shape.of(xs.length, 1)));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.size(); i++) {
            low = Math.min(low, y.get(i));
            high = Math.max(high, y.get(i));
        }
        return new double[] {Math.abs(low) < 1e-9 ? 0 : low, high};
    }
}
