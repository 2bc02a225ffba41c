package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.List;
import java.util.Optional;
import nursery.activations.Sigmoid;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.Activate;
import nursery.layers.Layer;

/** The output function is applied twice, an easy thing to do where the loss has one built in. */
public record DoubleSoftmax() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        List<Layer> layers = p.net().layers();
        int last = layers.size() - 1;
        if (last < 1 || !squashes(layers.get(last)) || !squashes(layers.get(last - 1))) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D12",
                        "softmax twice",
                        WIRING,
                        CRITICAL,
                        Evidence.fact(
                                        "the net ends in " + layers.get(last - 1) + " and " + layers.get(last)
                                                + ", one after the other",
                                        "UMLAUT")
                                .at(Structure.name(layers, last)),
                        "The scores that reach the second one lie between 0 and 1, so that its answers stay near each other and the loss cannot come near 0. Its gradient is small as well.",
                        "Remove one of the two.")
                .confidence(0.98)
                .fix(Changes.layers(p, "without the first of the two", all -> {
                    all.remove(last - 1);
                    return all;
                })));
    }

    private static boolean squashes(Layer layer) {
        return Structure.softmax(layer) || (layer instanceof Activate a && a.activation() instanceof Sigmoid);
    }
}
