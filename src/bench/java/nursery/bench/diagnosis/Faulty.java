package nursery.bench.diagnosis;

import java.util.Set;
import java.util.function.LongFunction;

/**
 * A training with one fault in it. It counts if it comes to less than its twin, or if its fault is one of correctness.
 *
 * @param name what it is called
 * @param twin the same without the fault
 * @param at what to train for a seed
 * @param accepted the ids of the diagnoses that name the fault
 * @param correctness whether the fault makes a number wrong: the gradient, the loss, or what the validation rows measure
 */
record Faulty(String name, Healthy twin, LongFunction<Setup> at, Set<String> accepted, boolean correctness)
        implements Program {

    /** The twin's. */
    @Override
    public Score score() {
        return twin.score();
    }
}
