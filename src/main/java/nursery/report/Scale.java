package nursery.report;

/**
 * Maps the values of an axis to pixels.
 *
 * @param axis what is measured
 * @param low lower end in data units
 * @param high upper end in data units
 * @param whole whether only whole numbers make sense, as for epochs
 * @param from pixel of the lower end
 * @param to pixel of the upper end
 */
record Scale(Axis axis, double low, double high, boolean whole, double from, double to) {

    /** Pixel of a value, or NaN where the axis cannot show it. */
    double at(double value) {
        return axis.shows(value) ? from + fraction(value) * (to - from) : Double.NaN;
    }

    boolean contains(double value) {
        return axis.shows(value) && value >= low && value <= high;
    }

    /** The value itself, or the end that it lies beyond. */
    double clamp(double value) {
        return Math.min(Math.max(value, low), high);
    }

    private double fraction(double value) {
        if (axis.log()) {
            return (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
        }
        // halves, because the difference of two large values may overflow
        return (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** The ends in the units that Plotly wants: exponents of ten on a log axis. */
    double[] plotlyRange() {
        return axis.log() ? new double[] {Math.log10(low), Math.log10(high)} : new double[] {low, high};
    }
}
