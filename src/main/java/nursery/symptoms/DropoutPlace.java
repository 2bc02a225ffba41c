package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.WARN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.BatchNorm;
import nursery.layers.Dropout;
import nursery.layers.Layer;
import nursery.layers.VanillaDropout;

/**
 * Dropout where it does harm: on the scores, right before batch normalization, or so much that little is left.
 *
 * @param extreme a rate from which on it is a warning
 */
public record DropoutPlace(double extreme) implements Precheck {

    /** The usual thresholds. */
    public DropoutPlace() {
        this(0.85);
    }

    @Override
    public Optional<Finding> review(Program p) {
        List<Layer> layers = p.net().layers();
        int last = Structure.lastWeights(p.net());
        for (int i = 0; i < layers.size(); i++) {
            if (!Structure.dropout(layers.get(i))) {
                continue;
            }
            if (i > last && last >= 0) {
                return Optional.of(finding(
                        p,
                        i,
                        "D16",
                        "dropout on the output",
                        "The scores of whole classes are set to 0 at random, and the loss punishes the net for it.",
                        "Put dropout behind hidden layers only."));
            }
            if (i + 1 < layers.size() && layers.get(i + 1) instanceof BatchNorm) {
                return Optional.of(finding(
                        p,
                        i,
                        "D17",
                        "dropout before batch normalization",
                        "In training batch normalization measures deviations that dropout has made larger, and in evaluation, without dropout, it divides by the wrong ones.",
                        "Put dropout behind the batch normalization and its activation."));
            }
            if (rate(layers.get(i)) >= extreme) {
                return Optional.of(finding(
                        p,
                        i,
                        "D16",
                        "too much dropout",
                        "So few units are left in a step that hardly a signal passes.",
                        "Use a rate from 0.2 to 0.5."));
            }
        }
        return Optional.empty();
    }

    private static double rate(Layer layer) {
        return layer instanceof Dropout d ? d.rate() : layer instanceof VanillaDropout v ? v.rate() : 0;
    }

    private static Finding finding(Program p, int i, String id, String name, String why, String advice) {
        List<Layer> layers = p.net().layers();
        return Finding.of(
                        id,
                        name,
                        WIRING,
                        WARN,
                        Evidence.of(Structure.name(layers, i), "dropout rate", rate(layers.get(i)), 0.5, "NeuraLint")
                                .at(Structure.name(layers, i)),
                        why,
                        advice)
                .confidence(0.9)
                .fix(Changes.layers(p, "without the dropout that does harm", DropoutPlace::harmless));
    }

    private static List<Layer> harmless(List<Layer> layers) {
        List<Layer> kept = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            boolean beforeNorm = i + 1 < layers.size() && layers.get(i + 1) instanceof BatchNorm;
            boolean onOutput = layers.subList(i, layers.size()).stream().noneMatch(Structure::linear);
            if (!Structure.dropout(layers.get(i))) {
                kept.add(layers.get(i));
            } else if (!beforeNorm && !onOutput) {
                kept.add(rate(layers.get(i)) > 0.5 ? new Dropout(0.5) : layers.get(i));
            }
        }
        return kept;
    }
}
