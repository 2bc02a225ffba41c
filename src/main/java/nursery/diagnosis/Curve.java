package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.training.Baseline;
import nursery.training.Epoch;
import nursery.training.History;
import nursery.training.UpdateRatios;

/** Numbers that symptoms read from the curves of a history. */
public final class Curve {
    private static final int ROWS = 1000;
    private static final int FIRST_STEPS = 10;
    private static final int FEW_STEPS = 20;
    private static final int FEW_ROWS = 50;
    private static final double EXPLODED = 3; // times the start, CS231n
    private static final double FALLEN = 0.95; // of the loss of a net that ignores its inputs

    private final History history;
    private final double[] losses;
    private final double[] costs;
    private final double ignorant;
    private final double constant;

    Curve(History history) {
        this.history = history;
        losses = history.stepLosses();
        costs = history.stepCosts();
        Dataset rows = Probe.rows(history.data().train(), ROWS);
        ignorant = Baseline.ignorant(history.model().net(), rows);
        constant = Baseline.constant(history.model().net(), rows);
    }

    /** The loss of a net that knows nothing yet. */
    public double ignorant() {
        return ignorant;
    }

    /** The loss of a net that learned nothing from its inputs. */
    public double constant() {
        return constant;
    }

    /** The loss of the first batch; NaN before any step. */
    public double start() {
        return losses.length == 0 ? Double.NaN : losses[0];
    }

    /** The mean loss over the last quarter of the steps. */
    public double end() {
        return end(losses);
    }

    /** The mean over the last quarter. */
    static double end(double[] losses) {
        return mean(losses, losses.length - quarter(losses), losses.length);
    }

    private static int quarter(double[] losses) {
        return Math.max(1, losses.length / 4);
    }

    /** The mean from one index to another; NaN where there is nothing. */
    static double mean(double[] losses, int from, int to) {
        return Arrays.stream(losses, Math.max(0, from), to).average().orElse(Double.NaN);
    }

    /** The first step, from 1, whose loss is NaN or infinite. */
    public OptionalInt lost() {
        return IntStream.range(0, costs.length)
                .filter(i -> !Double.isFinite(costs[i]))
                .map(i -> i + 1)
                .findFirst();
    }

    /** Where the cost rose above three times its start for good (CS231n breaks off there), the step from 1; 0 if nowhere. */
    public int exploded() {
        if (costs.length == 0 || !(end(costs) > EXPLODED * base())) {
            return 0;
        }
        return 1
                + (int) Arrays.stream(costs)
                        .takeWhile(c -> c <= EXPLODED * base())
                        .count();
    }

    private double base() {
        return Math.max(costs[0], ignorant);
    }

    /** Whether the loss became no number, or exploded. */
    public boolean diverged() {
        return lost().isPresent() || exploded() > 0;
    }

    /** Whether it ended hardly below the loss of a net that learned nothing from its inputs, after 20 steps or more. */
    public boolean standsStill() {
        return losses.length >= FEW_STEPS && end() > FALLEN * Math.min(constant, Math.max(start(), ignorant));
    }

    /**
     * By which share the mean loss of the last quarter of the epochs is below that of the quarter before: of validation
     * rows, or of training rows where those are fewer than 50. In fewer than 4 epochs by quarters of the steps.
     */
    public double improving() {
        List<Epoch> epochs = history.epochs();
        int size = epochs.size();
        int quarter = size / 4;
        if (quarter == 0) {
            int last = losses.length - quarter(losses);
            return losses.length < 4 ? 0 : 1 - end() / mean(losses, last - quarter(losses), last);
        }
        double before = mean(epochs.subList(size - 2 * quarter, size - quarter));
        double end = mean(epochs.subList(size - quarter, size));
        return (before - end) / before;
    }

    private double mean(List<Epoch> epochs) {
        boolean few = history.data().validation().rows() < FEW_ROWS;
        return epochs.stream()
                .mapToDouble(e -> few ? e.trainLoss() : e.validationLoss())
                .average()
                .orElse(Double.NaN);
    }

    /** The lowest validation loss of an epoch; infinite without validation rows. */
    public double lowestValidation() {
        return history.epochs().stream()
                .mapToDouble(Epoch::validationLoss)
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * The median update ratio over all weights in the first half of the training, without the first steps, in which the
     * small weights of the output layer grow fast; NaN if there are none.
     */
    public double updateRatio() {
        double[] steps = history.updateRatios().steps();
        int from = (int) Arrays.stream(steps).takeWhile(s -> s <= FIRST_STEPS).count();
        return median(from, from + (steps.length - from + 1) / 2);
    }

    /** The median update ratio of the first steps, output layer left out where there are others. */
    public double firstUpdateRatio() {
        double[] steps = history.updateRatios().steps();
        return median(
                0, (int) Arrays.stream(steps).takeWhile(s -> s <= FIRST_STEPS).count());
    }

    private double median(int from, int to) {
        UpdateRatios ratios = history.updateRatios();
        int weights = Math.max(1, ratios.weights().size() - 1);
        double[] sorted = IntStream.range(0, Math.min(weights, ratios.weights().size()))
                .mapToObj(ratios::ratios)
                .flatMapToDouble(all -> Arrays.stream(all, from, to))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** The losses by step over {@link #constant()}. */
    double[] relative() {
        return Arrays.stream(losses).map(l -> l / constant).toArray();
    }
}
