package nursery.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import nursery.report.Numbers;
import nursery.training.Epoch;
import nursery.training.History;

/**
 * Where the validation loss turns while the training loss falls on.
 *
 * @param best the epoch with the lowest validation loss
 * @param now the mean validation loss over the last epochs
 */
public record Parting(Epoch best, double now) {
    private static final int LAST = 3; // epochs
    private static final double RISEN = 1.1; // times the best

    /**
     * Looks for it in a training.
     *
     * @param visible the smallest rise that counts, over the loss of a net that knows nothing
     */
    public static Optional<Parting> of(History history, double visible) {
        return of(history.epochs(), () -> visible * new Curve(history).ignorant());
    }

    /**
     * Looks for it: the validation loss was lowest at least 3 epochs ago, the mean of its last 3 is more than 1.1 times and
     * {@code visible} above that, and the training loss is lower than then.
     *
     * @param visible the smallest rise that counts
     */
    static Optional<Parting> of(List<Epoch> epochs, DoubleSupplier visible) {
        if (epochs.size() <= LAST) {
            return Optional.empty();
        }
        Epoch last = epochs.get(epochs.size() - 1);
        if (Double.isNaN(last.validationLoss())) {
            return Optional.empty();
        }
        Epoch best = epochs.stream()
                .reduce((a, b) -> b.validationLoss() < a.validationLoss() ? b : a)
                .orElseThrow();
        double now = epochs.subList(epochs.size() - LAST, epochs.size()).stream()
                .mapToDouble(Epoch::validationLoss)
                .average()
                .orElseThrow();
        boolean risen = last.epoch() - best.epoch() >= LAST
                && now > RISEN * best.validationLoss()
                && now - best.validationLoss() > visible.getAsDouble()
                && last.trainLoss() < best.trainLoss();
        return risen ? Optional.of(new Parting(best, now)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "the validation loss rises from epoch " + best.epoch() + " on, from "
                + Numbers.brief(best.validationLoss()) + " to " + Numbers.brief(now)
                + ", while the training loss falls";
    }
}
