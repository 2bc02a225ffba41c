package nursery.report;

import java.util.Arrays;

/**
 * Smallest and largest value of something; NaN twice when there is none.
 *
 * @param low smallest value
 * @param high largest value
 */
record Extent(double low, double high) {

    static final Extent NONE = new Extent(Double.NaN, Double.NaN);

    static Extent of(Axis axis, double... values) {
        double[] shown = Arrays.stream(values).filter(axis::shows).sorted().toArray();
        return shown.length == 0 ? NONE : new Extent(shown[0], shown[shown.length - 1]);
    }

    boolean isEmpty() {
        return Double.isNaN(low);
    }

    Extent and(Extent other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Extent(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** A little air at both ends, in proportion to the axis; a single value gets room around it. */
    Extent padded(Axis axis, double share) {
        if (axis.log()) {
            double decades = Math.log10(high) - Math.log10(low);
            double air = Math.pow(10, decades == 0 ? 0.5 : decades * share);
            return new Extent(Math.max(low / air, Double.MIN_NORMAL), Math.min(high * air, Double.MAX_VALUE));
        }
        double air = low == high ? Math.max(Math.abs(low) / 2, 0.5) : high * share - low * share;
        return new Extent(Math.max(low - air, -Double.MAX_VALUE), Math.min(high + air, Double.MAX_VALUE));
    }
}
