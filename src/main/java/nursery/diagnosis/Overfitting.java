package nursery.diagnosis;

import java.util.List;
import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.Epoch;
import nursery.training.History;

/** The training loss falls on while the validation loss has risen for epochs. */
public record Overfitting() implements Symptom {
    private static final int AFTER_BEST = 3; // epochs
    private static final double RISEN = 1.1; // times the best
    private static final double VISIBLE = 0.02; // of the loss of a net that knows nothing

    @Override
    public Optional<Finding> look(History history) {
        List<Epoch> epochs = history.epochs();
        if (epochs.size() <= AFTER_BEST || Double.isNaN(history.lastEpoch().validationLoss())) {
            return Optional.empty();
        }
        Epoch best = epochs.stream()
                .reduce((a, b) -> b.validationLoss() < a.validationLoss() ? b : a)
                .orElseThrow();
        Epoch last = history.lastEpoch();
        double now = epochs.subList(epochs.size() - AFTER_BEST, epochs.size()).stream()
                .mapToDouble(Epoch::validationLoss)
                .average()
                .orElseThrow();
        boolean risen = last.epoch() - best.epoch() >= AFTER_BEST
                && now > RISEN * best.validationLoss()
                && now - best.validationLoss() > VISIBLE * Curve.ignorant(history)
                && last.trainLoss() < best.trainLoss();
        return risen
                ? Optional.of(new Finding(
                        "overfitting",
                        Severity.WARN,
                        "the validation loss rises from epoch " + best.epoch() + " on, from "
                                + Numbers.brief(best.validationLoss()) + " to " + Numbers.brief(now)
                                + ", while the training loss falls to " + Numbers.brief(last.trainLoss()),
                        "The net learns the training rows by heart, and what it learns does not hold for others.",
                        "Increase regularization or gather more data; or stop at epoch " + best.epoch() + "."))
                : Optional.empty();
    }
}
