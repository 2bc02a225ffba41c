package nursery.bench.diagnosis;

import java.util.function.LongFunction;

/** Something to train and to diagnose: {@link Healthy} or {@link Faulty}. */
interface Program {

    /** What it is called in tables. */
    String name();

    /** What to train for a seed; may refuse with an {@link IllegalArgumentException}, as a user would see. */
    LongFunction<Setup> at();

    /** How good what was trained is. */
    Score score();
}
