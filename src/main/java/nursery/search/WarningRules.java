package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nursery.report.Numbers;

/** When a search warns: D68 to D71 of the catalogue of diagnoses. */
final class WarningRules {
    /** Of too few trials. */
    static final String FEW = "D71";

    private static final int FEW_TRIALS = 20;
    private static final double MANY_DIVERGED = 0.3;
    private static final int LEAST_BEYOND = 3; // diverged trials that show an edge
    private static final double NEARLY_ALL = 0.8;

    private WarningRules() {}

    static List<SearchWarning> of(Space space, List<Trial> trials, Optional<Trial> best) {
        List<SearchWarning> warnings = new ArrayList<>();
        best.ifPresent(b -> space.axes().forEach(a -> atEdge(a, b).ifPresent(warnings::add)));
        List<Trial> diverged = with(trials, Outcome.DIVERGED);
        space.axes().forEach(a -> infeasibleEdge(a, trials).ifPresent(warnings::add));
        if (diverged.size() > MANY_DIVERGED * trials.size()) {
            warnings.add(new SearchWarning(
                    "D70",
                    "many trials diverged",
                    diverged.size() + " of " + trials.size() + " diverged, more than 30 %",
                    "Most of the search was spent where nothing can be learned: move the ranges away from there."));
        }
        int finished = Ranking.feasible(trials).size();
        if (finished < FEW_TRIALS) {
            warnings.add(new SearchWarning(
                    FEW,
                    "too few trials",
                    finished + " trials ended well, fewer than " + FEW_TRIALS,
                    "The best of so few is much luck: run at least 20, or repeat the best with other seeds."));
        }
        return List.copyOf(warnings);
    }

    private static List<Trial> with(List<Trial> trials, Outcome outcome) {
        return trials.stream().filter(t -> t.outcome() == outcome).toList();
    }

    /** D68: the best value should lie in the middle of its range. */
    static Optional<SearchWarning> atEdge(Axis axis, Trial best) {
        Object value = best.configuration().value(axis.name());
        return proposed(axis, value)
                .map(range -> new SearchWarning(
                        "D68",
                        "best value at the edge",
                        axis.name() + " = " + Numbers.brief(((Number) value).doubleValue()) + " lies on the edge of "
                                + ((RangeAxis) axis).ends(),
                        "A better one may lie beyond: search " + axis.name() + " from " + range.ends() + "."));
    }

    /** The range to search instead, where the value lies on an edge. */
    static Optional<RangeAxis> proposed(Axis axis, Object value) {
        return axis instanceof RangeAxis range ? range.centered(value) : Optional.empty();
    }

    /** D69: nearly all trials on one side of a value diverged, and few others. */
    private static Optional<SearchWarning> infeasibleEdge(Axis axis, List<Trial> trials) {
        if (!(axis instanceof RangeAxis)) {
            return Optional.empty();
        }
        return Stream.of(1, -1)
                .flatMap(side -> cut(axis, trials, side).stream().map(cut -> warning(axis, trials, side, cut)))
                .findFirst();
    }

    /** The value that parts diverged trials from others best, if it parts them well. */
    private static Optional<Double> cut(Axis axis, List<Trial> trials, int side) {
        double[] diverged = sorted(axis, with(trials, Outcome.DIVERGED), side);
        double[] others = sorted(axis, Ranking.feasible(trials), side);
        int chosen = -1;
        int fewest = Integer.MAX_VALUE;
        int below = 0; // others below the cut
        for (int i = 0; i < diverged.length; i++) {
            while (below < others.length && others[below] < diverged[i]) {
                below++;
            }
            int wrong = i + others.length - below;
            if (wrong < fewest) {
                fewest = wrong;
                chosen = i;
            }
        }
        int beyond = diverged.length - chosen;
        boolean clear = chosen >= 0
                && beyond >= LEAST_BEYOND
                && beyond >= NEARLY_ALL * (beyond + fewest - chosen)
                && beyond >= NEARLY_ALL * diverged.length;
        return clear ? Optional.of(side * diverged[chosen]) : Optional.empty();
    }

    private static double[] sorted(Axis axis, List<Trial> trials, int side) {
        return trials.stream().mapToDouble(t -> side * number(axis, t)).sorted().toArray();
    }

    private static double number(Axis axis, Trial t) {
        return t.configuration().get(axis.name());
    }

    private static SearchWarning warning(Axis axis, List<Trial> trials, int side, double cut) {
        List<Trial> beyond = trials.stream()
                .filter(t -> side * number(axis, t) >= side * cut)
                .toList();
        String where = (side > 0 ? "from " : "up to ") + Numbers.brief(cut) + (side > 0 ? " upwards" : "");
        return new SearchWarning(
                "D69",
                "infeasible edge",
                with(beyond, Outcome.DIVERGED).size() + " of " + beyond.size() + " trials with " + axis.name() + " "
                        + where + " diverged",
                "Training is unstable there: end the range at " + Numbers.brief(cut)
                        + ", or warm up the rate, clip gradients (clipNorm(1)) or draw smaller initial weights.");
    }
}
