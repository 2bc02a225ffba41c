package nursery.symptoms;

import static nursery.diagnosis.Mechanism.INITIALIZATION;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.LayerActivations;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The signal dies out or explodes from layer to layer in the untrained net: the weights are drawn too small or too
 * large for its depth (CS231n). A remark, unless a short training with the usual initialization learns much
 * faster.
 *
 * @param ratio the largest ratio of two activations' deviations
 * @param initial the first loss over that of a net that knows nothing
 * @param extreme the same, a warning whatever a short training shows; half of it where none can be afforded
 * @param faster how many times faster the usual initialization must learn
 */
public record InitialScale(double ratio, double initial, double extreme, double faster) implements Symptom {

    /** The usual thresholds. */
    public InitialScale() {
        this(10, 1.25, 4, 3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        List<LayerActivations> layers = c.before().layers().stream()
                .filter(LayerActivations::activation)
                .toList();
        int hidden = c.net().loss().output() != null && c.net().lossTakesScores() ? layers.size() - 1 : layers.size();
        double low = layers.stream()
                .limit(Math.max(0, hidden))
                .mapToDouble(LayerActivations::std)
                .min()
                .orElse(1);
        double high = layers.stream()
                .limit(Math.max(0, hidden))
                .mapToDouble(LayerActivations::std)
                .max()
                .orElse(1);
        double first = c.curve().start() / c.curve().ignorant();
        double limit = c.data().train().classification() ? initial : 2 * initial;
        boolean uneven = !(high <= ratio * low);
        boolean loud = !(first <= limit);
        if ((!uneven && !loud)
                || c.explained()
                || c.found().stream().anyMatch(f -> f.warns() && f.mechanism() == INITIALIZATION)) {
            return Optional.empty();
        }
        String text = loud
                ? "the first batch has loss " + Numbers.brief(c.curve().start())
                        + " where a net that knows nothing has "
                        + Numbers.brief(c.curve().ignorant())
                : "the deviation of the activations goes from " + Numbers.format(low, 2) + " to "
                        + Numbers.format(high, 2) + " over the layers of the untrained net";
        Evidence evidence = loud
                ? Evidence.of(text, "initial loss / expected", first, limit, "CS231n")
                        .from(1)
                : Evidence.of(text, "largest / smallest deviation", high / low, ratio, "CS231n");
        boolean lost = c.curve().diverged() || c.curve().standsStill();
        Optional<Experiment> tried =
                c.experiment("the usual initialization", q -> q.with(q.net().usualInit()));
        boolean helps =
                (tried.isPresent() && tried.get().helps(faster)) || first > (tried.isPresent() ? extreme : extreme / 2);
        return Optional.of(Finding.of(
                        loud ? "D23" : "D22",
                        loud ? "high initial loss" : "initialization of the wrong scale",
                        INITIALIZATION,
                        helps ? lost ? CRITICAL : WARN : INFO,
                        tried.map(e -> evidence.and(e.toString())).orElse(evidence),
                        loud
                                ? "The net starts out sure of wrong answers, and the first steps only make it doubt them."
                                : "Where the activations die out the gradients do too, and where they explode every step overshoots.",
                        "Use he() before ReLU and xavier() before tanh, or batch normalization, and center the data.")
                .confidence(helps ? 0.9 : 0.5)
                .fix(c.fix("the usual initialization", q -> q.with(q.net().usualInit()))));
    }
}
