package nursery.diagnosis;

/**
 * How well a net tells one class from the others.
 *
 * @param name the class
 * @param rows how many rows it has
 * @param predicted how many rows the net takes for it
 * @param right how many of these are rows of it
 */
public record ClassMetrics(String name, int rows, int predicted, int right) {

    /** The share right / predicted of what the net takes for this class; NaN if it takes nothing for it. */
    public double precision() {
        return (double) right / predicted;
    }

    /** The share right / rows of this class that the net finds; NaN if it has no rows. */
    public double recall() {
        return (double) right / rows;
    }

    /** The harmonic mean 2 right / (rows + predicted) of precision and recall; NaN if there is neither. */
    public double f1() {
        return 2.0 * right / (rows + predicted);
    }
}
