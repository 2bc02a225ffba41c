package nursery.search;

import java.util.List;
import java.util.Optional;

/**
 * Ends trials early that others outdo. A trial is compared with those of smaller numbers alone, so that the result is the
 * same however many run at a time; where they run at a time, one may wait for another.
 */
public interface Pruner {

    /**
     * A reason to end a trial after an epoch, or nothing.
     *
     * @param scores of the trial after each epoch so far, larger is better
     * @param earlier the scores of trials with smaller numbers, up to the same epoch, or fewer where they have ended
     */
    Optional<String> stop(List<Double> scores, List<List<Double>> earlier);

    /** A pruner that never does. */
    record None() implements Pruner {
        @Override
        public Optional<String> stop(List<Double> scores, List<List<Double>> earlier) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
