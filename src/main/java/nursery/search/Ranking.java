package nursery.search;

import java.util.Comparator;
import java.util.List;

/** The order of trials: finished ones by accuracy, or by loss for regression, then those stopped early, then the rest. */
final class Ranking {
    /** Best first; of equals the one with the lower loss, then with the smaller number. */
    static final Comparator<Trial> BEST_FIRST = Comparator.comparing(Trial::outcome)
            .thenComparing(t -> t.outcome() == Outcome.DIVERGED ? 0 : -t.score())
            .thenComparing(t -> t.outcome() == Outcome.DIVERGED ? 0 : t.validationLoss())
            .thenComparing(Trial::number);

    static final Comparator<Trial> WORST_FIRST = BEST_FIRST.reversed();

    private Ranking() {}

    /** The trials that finished or were stopped early, best first. */
    static List<Trial> feasible(List<Trial> trials) {
        return trials.stream()
                .filter(t -> t.outcome() == Outcome.FINISHED || t.outcome() == Outcome.STOPPED)
                .sorted(BEST_FIRST)
                .toList();
    }
}
