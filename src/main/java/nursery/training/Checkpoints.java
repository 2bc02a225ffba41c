package nursery.training;

import java.util.Optional;

/**
 * Keeps a copy of the model's parameters after every so many epochs, in {@link History#checkpoints()}.
 *
 * <pre>{@code
 * var history = Trainer.momentum(0.1).schedule(cosine().cycle(4)).epochs(20)
 *         .callback(Checkpoints.every(4)).fit(net, data);
 *
 * Ensemble.checkpoints(history).compare(data.test())
 * }</pre>
 *
 * @param every how many epochs lie between two, at least 1
 */
public record Checkpoints(int every) implements Callback {

    /** Checks the number of epochs. */
    public Checkpoints {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "checkpoints: expected a number of epochs of at least 1, received " + every + "; 1 keeps them all");
        }
    }

    /** After epoch {@code epochs}, 2 · {@code epochs} and so on. */
    public static Checkpoints every(int epochs) {
        return new Checkpoints(epochs);
    }

    @Override
    public Optional<String> afterEpoch(History history) {
        Epoch last = history.lastEpoch();
        if (last.epoch() % every == 0) {
            history.add(
                    new Checkpoint(last.epoch(), last.seconds(), history.model().copy()));
        }
        return Optional.empty();
    }
}
