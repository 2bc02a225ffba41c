package nursery.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.training.Baseline;
import nursery.training.History;
import nursery.training.UpdateRatios;

/** Numbers that several symptoms read from a history. */
final class Curve {
    private static final int ROWS = 1000;
    private static final int FIRST_STEPS = 10;

    private Curve() {}

    /** The mean over the last quarter. */
    static double end(double[] losses) {
        int from = losses.length - Math.max(1, losses.length / 4);
        return Arrays.stream(losses, from, losses.length).average().orElse(Double.NaN);
    }

    /** The loss of a net that knows nothing. */
    static double ignorant(History history) {
        return Baseline.ignorant(history.model().net(), rows(history));
    }

    /** The loss of a net that learned nothing from its inputs. */
    static double constant(History history) {
        return Baseline.constant(history.model().net(), rows(history));
    }

    private static Dataset rows(History history) {
        return Probe.rows(history.data().train(), ROWS);
    }

    /**
     * The median update ratio over all weights in the first half of the training, without the first steps, in which the
     * small weights of the output layer grow fast; NaN if there are none.
     */
    static double updateRatio(History history) {
        UpdateRatios ratios = history.updateRatios();
        double[] steps = ratios.steps();
        int from = (int) Arrays.stream(steps).takeWhile(s -> s <= FIRST_STEPS).count();
        int to = from + (steps.length - from + 1) / 2;
        double[] sorted = IntStream.range(0, ratios.weights().size())
                .mapToObj(ratios::ratios)
                .flatMapToDouble(all -> Arrays.stream(all, from, to))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
