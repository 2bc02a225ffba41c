package nursery.diagnosis;

import java.util.List;
import java.util.stream.IntStream;
import nursery.report.Chart;

/**
 * The outputs of one layer for some rows.
 *
 * @param layer its place in the net and its name, {@code "2 relu()"}
 * @param activation whether the layer is an activation function
 * @param mean of all outputs
 * @param std their standard deviation
 * @param zeros the share of outputs that are 0
 * @param saturated the share where the activation function is flat: beyond 0.97 for tanh, beyond 0.03 and 0.97 for sigmoid
 * @param channels whether a unit is a channel of an image, all its positions together
 * @param units how many outputs a row has, or how many channels
 * @param dead how many of them are 0 for every row
 * @param low where the histogram starts, the smallest output or less
 * @param high where it ends, the largest output or more
 * @param counts how many outputs fall into each of 30 equal bins from low to high
 */
public record LayerActivations(
        String layer,
        boolean activation,
        double mean,
        double std,
        double zeros,
        double saturated,
        boolean channels,
        int units,
        int dead,
        double low,
        double high,
        List<Integer> counts) {

    /** Copies the list. */
    public LayerActivations {
        counts = List.copyOf(counts);
    }

    /** The histogram of the outputs. */
    Chart histogram() {
        double width = (high > low ? high - low : 1) / counts.size(); // all equal: bars of some width
        double[] edges = IntStream.rangeClosed(0, counts.size())
                .mapToDouble(i -> low + i * width)
                .toArray();
        return Chart.of(layer)
                .x("output")
                .y("count")
                .bars("", edges, counts.stream().mapToDouble(c -> c).toArray());
    }

    /** The share of units that are 0 for every row. */
    public double deadShare() {
        return (double) dead / units;
    }
}
