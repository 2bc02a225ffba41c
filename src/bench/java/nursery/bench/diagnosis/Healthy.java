package nursery.bench.diagnosis;

import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * A training with nothing wrong: no warning is right.
 *
 * @param name what it is called
 * @param at what to train for a seed
 * @param score how good what was trained is
 */
record Healthy(String name, LongFunction<Setup> at, Score score) implements Program {

    /** Judged by accuracy or R². */
    Healthy(String name, LongFunction<Setup> at) {
        this(name, at, Score.QUALITY);
    }

    /** The same judged by the loss, which overfitting raises long before the accuracy falls. */
    Healthy byLoss() {
        return new Healthy(name, at, Score.LOSS);
    }

    /** The same under another name with something changed that does no harm. */
    Healthy but(String change, UnaryOperator<Setup> how) {
        return new Healthy(name + ", " + change, seed -> how.apply(at.apply(seed)), score);
    }

    /**
     * The same with a fault.
     *
     * @param accepted the ids of the diagnoses that name it
     */
    Faulty faulty(String fault, UnaryOperator<Setup> how, String... accepted) {
        return new Faulty(name + ": " + fault, this, seed -> how.apply(at.apply(seed)), Set.of(accepted), false);
    }

    /**
     * The same with a fault that makes a number wrong and need not make the net worse: the gradient, the loss, or what the
     * validation rows measure.
     */
    Faulty incorrect(String fault, UnaryOperator<Setup> how, String... accepted) {
        Faulty faulty = faulty(fault, how, accepted);
        return new Faulty(faulty.name(), this, faulty.at(), faulty.accepted(), true);
    }
}
