package nursery.training;

import java.util.Optional;
import nursery.report.Numbers;

/**
 * Stops a training whose validation loss has not reached a new low for some epochs; without validation rows the training
 * loss counts. {@code trainer.callback(earlyStopping(5))}.
 *
 * @param patience how many epochs to wait for a new low, at least 1
 * @param least how much lower it must be to count, at least 0
 */
public record EarlyStopping(int patience, double least) implements Callback {

    /** Checks both numbers. */
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException(
                    "early stopping: expected a patience of at least 1 epoch, received " + patience + "; 5 is usual");
        }
        if (!(least >= 0)) {
            throw new IllegalArgumentException(
                    "early stopping: expected an improvement of at least 0, received " + least + "; 0 is usual");
        }
    }

    /** Any new low counts. */
    public EarlyStopping(int patience) {
        this(patience, 0);
    }

    @Override
    public Optional<String> afterEpoch(History history) {
        int best = 0;
        double low = Double.POSITIVE_INFINITY;
        for (Epoch epoch : history.epochs()) {
            double loss = Double.isNaN(epoch.validationLoss()) ? epoch.trainLoss() : epoch.validationLoss();
            if (loss < low - least) {
                low = loss;
                best = epoch.epoch();
            }
        }
        return history.lastEpoch().epoch() - best < patience
                ? Optional.empty()
                : Optional.of("no lower validation loss than " + Numbers.brief(low) + " of epoch " + best + " in "
                        + patience + " epochs; if the training loss fell on, try more data, regularization or dropout");
    }
}
