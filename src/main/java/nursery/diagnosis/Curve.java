package nursery.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.training.History;
import nursery.training.UpdateRatios;

/** Numbers that several symptoms read from a history. */
final class Curve {
    private static final int ROWS = 1000;

    private Curve() {}

    /** The mean over the last quarter. */
    static double end(double[] losses) {
        int from = losses.length - Math.max(1, losses.length / 4);
        return Arrays.stream(losses, from, losses.length).average().orElse(Double.NaN);
    }

    /** The loss of a net that knows nothing. */
    static double ignorant(History history) {
        Dataset rows = Probe.rows(history.data().train(), ROWS);
        int outputs = history.model().net().outputShape().size();
        return history.model().net().loss().expectedInitial(rows.encode(outputs));
    }

    /** The median update ratio over all weights in the first half of the training; NaN if there are none. */
    static double updateRatio(History history) {
        UpdateRatios ratios = history.updateRatios();
        double[] sorted = IntStream.range(0, ratios.weights().size())
                .mapToObj(ratios::ratios)
                .flatMapToDouble(all -> Arrays.stream(all).limit((all.length + 1) / 2))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
