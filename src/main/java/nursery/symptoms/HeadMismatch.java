package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.activations.Activation;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.diagnosis.Severity;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.losses.Hinge;
import nursery.report.Numbers;
import nursery.tensor.Tensor;

/**
 * The last layer does not fit the loss: cross-entropy without softmax, an activation function between the last
 * weights and the head, or outputs that cannot reach the numbers to predict (UMLAUT, NeuraLint).
 */
public record HeadMismatch() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        return unmeant(p).or(() -> squeezed(p)).or(() -> bounded(p));
    }

    /** The loss is meant for another output function. */
    private static Optional<Finding> unmeant(Program p) {
        Activation meant = p.net().loss().output();
        if (meant == null || p.net().lossTakesScores()) {
            return Optional.empty();
        }
        int last = p.net().layers().size() - 1;
        boolean activated = last >= 0 && Structure.activation(p.net().layers().get(last));
        return Optional.of(finding(
                CRITICAL,
                p.net().loss() + " is meant for " + meant + ", and the net ends in "
                        + (last < 0 ? "its input" : p.net().layers().get(last)),
                "The loss takes the logarithm of what should be a probability. Scores can be negative or above 1, where it is no number or no loss.",
                "End the net in " + meant + ".",
                Changes.layers(p, meant + " at the end", all -> {
                    if (activated) {
                        all.remove(last);
                    }
                    all.add(new Activate(meant));
                    return all;
                })));
    }

    /** An activation function between the last weights and the output function. */
    private static Optional<Finding> squeezed(Program p) {
        List<Layer> layers = p.net().layers();
        int from = Structure.lastWeights(p.net());
        int to = p.net().layersBeforeLoss().size();
        if (from < 0 || !p.data().train().classification()) {
            return Optional.empty();
        }
        for (int i = from + 1; i < to; i++) {
            int place = i;
            if (Structure.activation(layers.get(i))
                    && !Structure.softmax(layers.get(i))
                    && to - from > 1
                    && endsInHead(p)) {
                return Optional.of(finding(
                        WARN,
                        Structure.name(layers, i) + ", stands between the last weights and the head",
                        "The head needs scores of both signs. This function cuts or squeezes them, so that some answers cannot be given and their gradients are lost.",
                        "Remove " + layers.get(i) + " before the head.",
                        Changes.layers(p, "without " + layers.get(i) + " before the head", all -> {
                            all.remove(place);
                            return all;
                        })));
            }
        }
        return Optional.empty();
    }

    private static boolean endsInHead(Program p) {
        return p.net().loss().output() != null || p.net().loss() instanceof Hinge;
    }

    /** Outputs that cannot become the numbers to predict. */
    private static Optional<Finding> bounded(Program p) {
        List<Layer> layers = p.net().layers();
        int last = layers.size() - 1;
        if (p.data().train().classification() || last < 0 || !(layers.get(last) instanceof Activate a)) {
            return Optional.empty();
        }
        Tensor t = p.net().targets(p.data().train());
        double[] range = Structure.range(a.activation());
        long out = IntStream.range(0, t.size())
                .filter(i -> t.get(i) < range[0] - 1e-6 || t.get(i) > range[1] + 1e-6)
                .count();
        if (out == 0) {
            return Optional.empty();
        }
        return Optional.of(finding(
                2 * out > t.size() ? CRITICAL : WARN,
                a + " gives numbers from " + Numbers.format(range[0], 2) + " to " + Numbers.format(range[1], 2)
                        + ", and " + out + " of " + t.size() + " numbers to predict lie outside",
                "What lies outside the range of the last function can never be predicted, and pulling at it only saturates the function.",
                "End the net in dense(...).linear() for numbers.",
                Changes.layers(p, "without " + a + " at the end", all -> {
                    all.remove(last);
                    return all;
                })));
    }

    private static Finding finding(Severity severity, String text, String why, String advice, Fix fix) {
        return Finding.of(
                        "D11", "head and loss do not fit", WIRING, severity, Evidence.fact(text, "UMLAUT"), why, advice)
                .confidence(0.97)
                .fix(fix);
    }
}
