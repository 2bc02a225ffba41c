package nursery.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Successive halving: after {@code first} epochs, then after {@code factor} times as many, and so on, only the best of every
 * {@code factor} trials go on (Jamieson and Talwalkar 2016). In the asynchronous form, ASHA, a trial is compared with those
 * that came that far before it, and need not wait for the rest (Li and others 2020).
 *
 * @param factor η, at least 2
 * @param first the epochs of the first rung, at least 1
 */
public record SuccessiveHalving(int factor, int first) implements Pruner {

    /** Checks the numbers. */
    public SuccessiveHalving {
        if (factor < 2 || first < 1) {
            throw new IllegalArgumentException(
                    "halving: expected a factor of at least 2 and at least 1 epoch, received " + factor + " and "
                            + first + "; 3 and 1 are usual");
        }
    }

    @Override
    public Optional<String> stop(List<Double> scores, List<List<Double>> earlier) {
        int epoch = scores.size();
        double own = scores.get(epoch - 1);
        if (!isRung(epoch)) {
            return Optional.empty();
        }
        List<Double> rung = earlier.stream()
                .filter(s -> s.size() >= epoch)
                .map(s -> s.get(epoch - 1))
                .filter(s -> !s.isNaN())
                .sorted(Comparator.reverseOrder())
                .toList();
        int promoted = (rung.size() + 1) / factor; // of this trial and those before it
        long better = rung.stream().filter(s -> s >= own).count();
        return rung.size() + 1 >= factor && (better >= promoted || Double.isNaN(own))
                ? Optional.of("not among the best of every " + factor + " after epoch " + epoch)
                : Optional.empty();
    }

    private boolean isRung(int epoch) {
        long rung = first;
        while (rung < epoch) {
            rung *= factor;
        }
        return rung == epoch;
    }

    /** The call that makes it. */
    @Override
    public String toString() {
        return ".halving(" + factor + ", " + first + ")";
    }
}
