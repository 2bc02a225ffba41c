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
        double before = mean(epochs.subList(size - 2 * (size / 4), size - size / 4));
        double end = mean(epochs.subList(size - size / 4, size));
        return end < (1 - IMPROVED) * before
                ? Optional.of(new Finding(
                        "more training needed",
                        Severity.INFO,
                        "the mean loss still fell from " + Numbers.brief(before) + " to " + Numbers.brief(end)
                                + " from one quarter to the last of " + size + " epochs",
                        "Both curves are still improving.",
                        "Train longer."))
                : Optional.empty();
    }

    private static double mean(List<Epoch> epochs) {
        return epochs.stream()
                .mapToDouble(e -> Double.isNaN(e.validationLoss()) ? e.trainLoss() : e.validationLoss())
                .average()
                .orElse(Double.NaN);
    }
}
