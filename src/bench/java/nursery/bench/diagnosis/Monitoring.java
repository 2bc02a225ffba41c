package nursery.bench.diagnosis;

import static nursery.Nursery.full;

import java.util.function.UnaryOperator;
import nursery.Trainer;

/** How much a training watches itself. */
enum Monitoring {
    /** What every training measures: losses and update ratios, which cannot be turned off. */
    USUAL(t -> t),
    /** Every statistic there is. */
    ALL(t -> t.monitor(full()));

    /** The share of the training time that every statistic may add. */
    static final double ALLOWED = 0.1;

    private final UnaryOperator<Trainer> change;

    Monitoring(UnaryOperator<Trainer> change) {
        this.change = change;
    }

    /** The trainer that watches so much. */
    Trainer of(Trainer trainer) {
        return change.apply(trainer);
    }
}
