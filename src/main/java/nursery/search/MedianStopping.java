package nursery.search;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Ends a trial whose best score so far lies below the median of the other trials' mean scores up to that epoch (Golovin and
 * others, "Google Vizier", 2017).
 *
 * @param epochs that every trial has at least
 * @param trials that must have come as far before any is ended
 */
public record MedianStopping(int epochs, int trials) implements Pruner {

    /** Checks the numbers. */
    public MedianStopping {
        if (epochs < 1 || trials < 1) {
            throw new IllegalArgumentException("medianStopping: expected at least 1 epoch and 1 trial before it begins,"
                    + " received " + epochs + " and " + trials + "; 1 and 5 are usual");
        }
    }

    @Override
    public Optional<String> stop(List<Double> scores, List<List<Double>> earlier) {
        int epoch = scores.size();
        List<Double> means = earlier.stream()
                .filter(s -> s.size() >= epoch)
                .map(s -> s.subList(0, epoch).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN))
                .filter(mean -> !mean.isNaN())
                .sorted()
                .toList();
        if (epoch < epochs || means.size() < trials) {
            return Optional.empty();
        }
        double median = (means.get((means.size() - 1) / 2) + means.get(means.size() / 2)) / 2;
        return Collections.max(scores) < median
                ? Optional.of("below the median of the trials before after epoch " + epoch)
                : Optional.empty();
    }

    /** The call that makes it. */
    @Override
    public String toString() {
        return ".medianStopping(" + epochs + ", " + trials + ")";
    }
}
