package nursery.diagnosis;

import java.util.List;
import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.Epoch;
import nursery.training.History;

/** The validation loss still falls at the end. */
public record StillImproving() implements Symptom {
    private static final int EPOCHS = 4;
    private static final double IMPROVED = 0.02;

    @Override
    public Optional<Finding> look(History history) {
        List<Epoch> epochs = history.epochs();
        int size = epochs.size();
        if (size < EPOCHS) {
            return Optional.empty();
        }
        double before = best(epochs.subList(0, size - size / 4));
        double end = best(epochs.subList(size - size / 4, size));
        return end < (1 - IMPROVED) * before
                ? Optional.of(new Finding(
                        "more training needed",
                        Severity.INFO,
                        "the loss still fell from " + Numbers.brief(before) + " to " + Numbers.brief(end)
                                + " in the last quarter of " + size + " epochs",
                        "Both curves are still improving.",
                        "Train longer."))
                : Optional.empty();
    }

    private static double best(List<Epoch> epochs) {
        return epochs.stream()
                .mapToDouble(e -> Double.isNaN(e.validationLoss()) ? e.trainLoss() : e.validationLoss())
                .min()
                .orElse(Double.NaN);
    }
}
