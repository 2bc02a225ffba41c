package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import nursery.Model;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.layers.Variable;

/**
 * Weights that are, bit for bit, the random numbers they were drawn as, while others moved: frozen, or without a gradient.
 * Weights that another training has learned may stay as they are.
 */
public record FrozenWeights() implements Symptom {

    @Override
    public Optional<Finding> look(Case c) {
        if (c.curve().diverged() || c.found().stream().anyMatch(Finding::warns)) {
            return Optional.empty();
        }
        List<Variable> weights = c.history().model().variables().stream()
                .filter(v -> v.parameter().penalized())
                .toList();
        List<Variable> kept = sameIn(c.initial(), weights);
        List<String> unmoved = kept.isEmpty()
                ? List.of()
                : sameIn(c.net().init(c.trainer().seed()), kept).stream()
                        .map(Variable::name)
                        .toList();
        if (unmoved.isEmpty() || unmoved.size() == weights.size()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D30",
                        "weights that never moved",
                        WIRING,
                        WARN,
                        Evidence.of(
                                        String.join(", ", unmoved) + " of " + weights.size()
                                                + " weights are the random numbers that they were drawn as",
                                        "weights that never moved",
                                        unmoved.size(),
                                        0,
                                        "UnchangedTensor")
                                .at(unmoved.get(0)),
                        "No gradient reaches these weights, or the trainer freezes them: the net computes with noise there and only the others learn.",
                        "Freeze only what was trained before; else look whether the layer passes its gradient on.")
                .confidence(0.9)
                .fix(c.fix("nothing frozen", q -> q.with(q.trainer().withoutRateFactors()))));
    }

    private static List<Variable> sameIn(Model other, List<Variable> weights) {
        return weights.stream()
                .filter(v -> v.value().distance(other.parameter(v.name())) == 0)
                .toList();
    }
}
