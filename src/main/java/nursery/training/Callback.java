package nursery.training;

import java.util.Optional;

/** Watches a training and may stop it. Called on the training thread; what it draws or prints changes no number. */
public interface Callback {

    /** Called before the first step; returns what watches this training: itself, or a new one that keeps state. */
    default Callback begin(History history) {
        return this;
    }

    /** Called after each step; returns a reason to stop, or nothing to go on. */
    default Optional<String> afterStep(History history) {
        return Optional.empty();
    }

    /** Called after each epoch; returns a reason to stop, or nothing to go on. */
    default Optional<String> afterEpoch(History history) {
        return Optional.empty();
    }

    /** Called once when the training has ended, for whatever reason. */
    default void afterTraining(History history) {}
}
