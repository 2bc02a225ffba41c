package nursery.training;

import java.util.List;
import nursery.layers.Variable;

/**
 * Parameters that are trained in a way of their own. Where several groups hold a parameter, their factors multiply.
 *
 * @param name a layer, {@code "dense1"}, or a parameter, {@code "dense1.W"}
 * @param rateFactor times the learning rate, at least 0; with 0 they are frozen: they do not change and count in no
 *     penalty
 * @param penaltyFactor times the penalty of the net, at least 0
 */
public record ParameterGroup(String name, double rateFactor, double penaltyFactor) {

    /** Checks both factors. */
    public ParameterGroup {
        requireFactor("rate", name, rateFactor);
        requireFactor("penalty", name, penaltyFactor);
    }

    private static void requireFactor(String of, String name, double factor) {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(of + " of \"" + name + "\": expected a factor of at least 0, received "
                    + factor + "; 1 changes nothing");
        }
    }

    private boolean holds(Variable v) {
        return v.layer().equals(name) || v.name().equals(name);
    }

    /** The factor of the learning rate of {@code v}. */
    static double rateFactor(List<ParameterGroup> groups, Variable v) {
        return groups.stream()
                .filter(g -> g.holds(v))
                .mapToDouble(ParameterGroup::rateFactor)
                .reduce(1, (a, b) -> a * b);
    }

    /** The factor of the penalty on {@code v}: 0 where the net counts it in none. */
    static double penaltyFactor(List<ParameterGroup> groups, Variable v) {
        return groups.stream()
                .filter(g -> g.holds(v))
                .mapToDouble(ParameterGroup::penaltyFactor)
                .reduce(v.parameter().penalized() ? 1 : 0, (a, b) -> a * b);
    }

    /**
     * Those of {@code learned} that are to be trained.
     *
     * @throws IllegalArgumentException if a group holds no parameter, or nothing is left to train
     */
    static List<Variable> trained(List<ParameterGroup> groups, List<Variable> learned) {
        for (ParameterGroup group : groups) {
            if (learned.stream().noneMatch(group::holds)) {
                throw new IllegalArgumentException("expected the name of a layer or a parameter, one of "
                        + learned.stream().map(Variable::name).toList() + "; received \"" + group.name + "\"");
            }
        }
        List<Variable> trained =
                learned.stream().filter(v -> rateFactor(groups, v) > 0).toList();
        if (trained.isEmpty() && !learned.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a parameter to train, received a net with all of them frozen; freeze fewer layers");
        }
        return trained;
    }
}
