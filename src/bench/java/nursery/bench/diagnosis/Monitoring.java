package nursery.bench.diagnosis;

import static nursery.Nursery.full;

import java.util.function.UnaryOperator;
import nursery.Trainer;

/** How much a training watches itself. */
enum Monitoring {
    /** Nothing. */
    NONE(t -> t, 0),
    /** What it does unless told otherwise. */
    USUAL(t -> t, 0.03),
    /** Every statistic there is. */
    ALL(t -> t.monitor(full()), 0.1);

    private final UnaryOperator<Trainer> change;
    private final double allowed;

    Monitoring(UnaryOperator<Trainer> change, double allowed) {
        this.change = change;
        this.allowed = allowed;
    }

    /** The trainer that watches so much. */
    Trainer of(Trainer trainer) {
        return change.apply(trainer);
    }

    /** The share of the training time that it may add. */
    double allowed() {
        return allowed;
    }
}
