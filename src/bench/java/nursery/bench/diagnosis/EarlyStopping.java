package nursery.bench.diagnosis;

import java.util.Comparator;
import java.util.Optional;
import nursery.training.Callback;
import nursery.training.Epoch;
import nursery.training.History;

/**
 * Stops a training whose validation loss has not fallen for some epochs.
 *
 * @param patience how many epochs
 */
record EarlyStopping(int patience) implements Callback {

    @Override
    public Optional<String> afterEpoch(History history) {
        int best = history.epochs().stream()
                .min(Comparator.comparingDouble(Epoch::validationLoss))
                .map(Epoch::epoch)
                .orElse(0);
        return history.lastEpoch().epoch() - best >= patience
                ? Optional.of("the validation loss has not fallen for " + patience + " epochs")
                : Optional.empty();
    }
}
