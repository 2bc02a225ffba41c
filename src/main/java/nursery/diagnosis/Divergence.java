package nursery.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.report.Numbers;
import nursery.training.History;

/** The loss became NaN or infinite, or ended above three times its start (CS231n breaks off there). */
public record Divergence() implements Symptom {
    private static final double EXPLODED = 3;

    @Override
    public Optional<Finding> look(History history) {
        double[] costs = history.stepCosts();
        if (costs.length == 0) {
            return Optional.empty();
        }
        var lost = IntStream.range(0, costs.length)
                .filter(i -> !Double.isFinite(costs[i]))
                .findFirst();
        if (lost.isPresent()) {
            return Optional.of(finding("the loss became " + costs[lost.getAsInt()] + " at step " + (lost.getAsInt() + 1)
                    + " with learning rate " + rate(history)));
        }
        double end = Curve.end(costs);
        double start = Math.max(costs[0], Curve.ignorant(history));
        int above =
                (int) Arrays.stream(costs).takeWhile(c -> c <= EXPLODED * start).count();
        return end > EXPLODED * start
                ? Optional.of(finding("the loss went from " + Numbers.brief(start) + " to " + Numbers.brief(end)
                        + ", above three times its start from step " + (above + 1) + " on, with learning rate "
                        + rate(history)))
                : Optional.empty();
    }

    private static String rate(History history) {
        return Numbers.brief(history.trainer().learningRate());
    }

    private static Finding finding(String evidence) {
        return new Finding(
                "diverged",
                Severity.CRITICAL,
                evidence,
                "Each step overshoots the valley by more than the one before, until the numbers overflow.",
                "The loss explodes: lower the learning rate, a power of ten at a time; a sweep over rates shows how far.");
    }
}
