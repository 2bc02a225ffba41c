package nursery.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order of trials: finished ones by accuracy, or by loss for regression, then those stopped early, then the rest. */
final class Ranking {
    /** Best first; of equals the one with the lower loss, then with the smaller number. */
    static final Comparator<Trial> BEST_FIRST = Comparator.comparing(Trial::outcome)
            .thenComparingDouble(t -> isFeasible(t) ? -t.score() : 0)
            .thenComparingDouble(t -> isFeasible(t) ? t.validationLoss() : 0)
            .thenComparingInt(Trial::number);

    static final Comparator<Trial> WORST_FIRST = BEST_FIRST.reversed();

    private Ranking() {}

    static boolean isFeasible(Trial t) {
        return t.outcome() == Outcome.FINISHED || t.outcome() == Outcome.STOPPED;
    }

    /** The trials that finished or were stopped early, by number. */
    static List<Trial> feasible(List<Trial> trials) {
        return trials.stream().filter(Ranking::isFeasible).toList();
    }

    /** The best of them, if there is one. */
    static Optional<Trial> best(List<Trial> trials) {
        return trials.stream().filter(Ranking::isFeasible).min(BEST_FIRST);
    }

    /** The best {@code k} of them, best first; fewer where there are not as many. */
    static List<Trial> top(List<Trial> trials, int k) {
        return trials.stream()
                .filter(Ranking::isFeasible)
                .sorted(BEST_FIRST)
                .limit(k)
                .toList();
    }
}
