package nursery.bench.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.Trainer;
import nursery.layers.Layer;
import nursery.tensor.Shape;

/** Nets, and nets with other layers in them. */
final class Nets {
    private Nets() {}

    /** Fully connected layers, each but the last with what {@code between} appends behind it. */
    static Net dense(int in, UnaryOperator<Net> between, int... units) {
        return dense(Net.input(in), between, units);
    }

    /** The same behind what {@code start} has. */
    static Net dense(Net start, UnaryOperator<Net> between, int... units) {
        Net net = start;
        for (int i = 0; i < units.length; i++) {
            net = net.dense(units[i]);
            net = i < units.length - 1 ? between.apply(net) : net;
        }
        return net;
    }

    /** The net with its {@code i}-th layer, from 0, replaced by another. */
    static Net replace(Net net, int i, UnaryOperator<Layer> change) {
        List<Layer> layers = new ArrayList<>(net.layers());
        layers.set(i, change.apply(layers.get(i)));
        return with(net, layers);
    }

    /** The net without its {@code i}-th layer. */
    static Net without(Net net, int i) {
        List<Layer> layers = new ArrayList<>(net.layers());
        layers.remove(i);
        return with(net, layers);
    }

    /** The net without every layer that is {@code layer}. */
    static Net without(Net net, Layer layer) {
        List<Layer> layers = new ArrayList<>(net.layers());
        layers.removeAll(Collections.singleton(layer));
        return with(net, layers);
    }

    /** Other layers with the loss and the penalties of {@code net}, and default initialization. */
    private static Net with(Net net, List<Layer> layers) {
        Shape in = net.inputShape();
        Net other = Net.input(IntStream.range(0, in.rank()).map(in::dim).toArray());
        for (Layer layer : layers) {
            other = other.layer(layer);
        }
        return other.loss(net.loss())
                .l1(net.regularization().l1())
                .l2(net.regularization().l2());
    }

    /** A trainer that counts the weights of a net with so many dense layers in no penalty. */
    static Trainer withoutPenalty(Trainer trainer, int denseLayers) {
        Trainer other = trainer;
        for (int i = 1; i <= denseLayers; i++) {
            other = other.penaltyFactor("dense" + i, 0);
        }
        return other;
    }
}
