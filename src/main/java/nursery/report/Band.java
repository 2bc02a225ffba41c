package nursery.report;

/**
 * A shaded stretch of one axis, such as the healthy update ratio around 1e-3; a line where both ends agree.
 *
 * @param horizontal true for a stretch of the y axis, false for one of the x axis
 * @param from lower end in data units
 * @param to upper end in data units
 * @param label what the stretch means
 */
public record Band(boolean horizontal, double from, double to, String label) {

    /** Checks the ends. */
    public Band {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from > to) {
            throw new IllegalArgumentException("band \"" + label
                    + "\": expected two finite ends in rising order, received " + from + " and " + to);
        }
    }
}
