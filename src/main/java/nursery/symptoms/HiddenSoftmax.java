package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import nursery.activations.Relu;
import nursery.activations.Sigmoid;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.diagnosis.Severity;
import nursery.layers.Activate;
import nursery.layers.Layer;

/**
 * Softmax between layers, or softmax over a single output.
 */
public record HiddenSoftmax() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        List<Layer> layers = p.net().layers();
        int last = layers.size() - 1;
        int weights = Structure.lastWeights(p.net());
        for (int i = 0; i < last; i++) {
            if (Structure.softmax(layers.get(i)) && weights > i) {
                return Optional.of(finding(
                        WARN,
                        Structure.name(layers, i) + ", stands between layers",
                        "Its outputs add up to 1: one unit can only rise when others fall, and with many units all of them are tiny, so that little signal and little gradient pass.",
                        "Use relu() between layers, and softmax() at the end alone.",
                        Changes.layers(p, "relu() between layers", all -> {
                            all.subList(0, weights)
                                    .replaceAll(l -> Structure.softmax(l) ? new Activate(new Relu()) : l);
                            return all;
                        })));
            }
        }
        if (last >= 0
                && Structure.softmax(layers.get(last))
                && p.net().outputShape().size() == 1) {
            return Optional.of(finding(
                    CRITICAL,
                    "the net ends in softmax over a single output",
                    "One number that is divided by itself is always 1, whatever the net does.",
                    "Use dense(1).sigmoid() for one of two classes, or an output for each class.",
                    Changes.layers(p, "sigmoid() at the end", all -> {
                        all.set(last, new Activate(new Sigmoid()));
                        return all;
                    })));
        }
        return Optional.empty();
    }

    private static Finding finding(Severity severity, String text, String why, String advice, Fix fix) {
        return Finding.of(
                        "D13",
                        "softmax in the wrong place",
                        WIRING,
                        severity,
                        Evidence.fact(text, "TheDeepChecker"),
                        why,
                        advice)
                .confidence(0.97)
                .fix(fix);
    }
}
