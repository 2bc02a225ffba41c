package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.WARN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nursery.activations.Relu;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.Activate;
import nursery.layers.BatchNorm;
import nursery.layers.Layer;
import nursery.tensor.Shape;

/**
 * Two layers with weights without an activation function between them: together they are one linear layer. A layer
 * that narrows on purpose, between two wider ones, is let pass.
 */
public record MissingActivation() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        List<Layer> layers = p.net().layers();
        List<Shape> shapes = p.net().shapes();
        int before = -1;
        for (int i = 0; i < layers.size(); i++) {
            if (Structure.linear(layers.get(i))) {
                if (before >= 0 && !narrows(shapes, before, i)) {
                    return Optional.of(finding(p, before, i));
                }
                before = i;
            } else if (!Structure.transparent(layers.get(i))) {
                before = -1;
            }
        }
        return Optional.empty();
    }

    private static boolean narrows(List<Shape> shapes, int first, int second) {
        int between = shapes.get(first + 1).size();
        return between < shapes.get(first).size()
                && between < shapes.get(second + 1).size();
    }

    private static Finding finding(Program p, int first, int second) {
        List<Layer> layers = p.net().layers();
        return Finding.of(
                        "D14",
                        "missing activation function",
                        WIRING,
                        WARN,
                        Evidence.fact(
                                        "no activation function between " + Structure.name(layers, first) + ", and "
                                                + Structure.name(layers, second),
                                        "UMLAUT")
                                .at(Structure.name(layers, first)),
                        "A linear function of a linear function is linear: the two layers can do no more than one, whatever their size.",
                        "Put relu() behind each hidden layer.")
                .confidence(0.95)
                .fix(Changes.layers(p, "relu() between all layers", MissingActivation::activated));
    }

    private static List<Layer> activated(List<Layer> layers) {
        List<Layer> all = new ArrayList<>();
        boolean linear = false;
        for (Layer layer : layers) {
            if (linear && Structure.linear(layer)) {
                all.add(behindLast(all), new Activate(new Relu()));
            }
            linear = Structure.linear(layer) || (linear && Structure.transparent(layer));
            all.add(layer);
        }
        return all;
    }

    /** Right behind the last linear layer and its batch normalization. */
    private static int behindLast(List<Layer> layers) {
        int i = layers.size();
        while (!Structure.linear(layers.get(i - 1)) && !(layers.get(i - 1) instanceof BatchNorm)) {
            i--;
        }
        return i;
    }
}
