package nursery.diagnosis;

/**
 * The outputs of one layer for some rows.
 *
 * @param layer its place in the net and its name, {@code "2 relu()"}
 * @param activation whether the layer is an activation function
 * @param mean of all outputs
 * @param std their standard deviation
 * @param zeros the share of outputs that are 0
 * @param saturated the share where the activation function is flat: beyond 0.97 for tanh, beyond 0.03 and 0.97 for sigmoid
 * @param units how many outputs a row has
 * @param dead how many of them are 0 for every row
 * @param edges of 30 equal bins
 * @param counts how many outputs fall into each bin
 */
public record LayerActivations(
        String layer,
        boolean activation,
        double mean,
        double std,
        double zeros,
        double saturated,
        int units,
        int dead,
        double[] edges,
        double[] counts) {

    /** Copies the arrays. */
    public LayerActivations {
        edges = edges.clone();
        counts = counts.clone();
    }

    /** The share of units that are 0 for every row. */
    public double deadShare() {
        return (double) dead / units;
    }
}
