package nursery.report;

import java.util.List;

/**
 * One axis of a {@link Chart}.
 *
 * @param label what the axis measures, with its unit; may be empty
 * @param log whether the axis is logarithmic; values that are not positive are left out, and the caption says so
 * @param min lower end, or NaN to fit the data
 * @param max upper end, or NaN to fit the data
 * @param categories names of the positions 0, 1, 2 …; empty for a numeric axis
 */
public record Axis(String label, boolean log, double min, double max, List<String> categories) {

    static final Axis PLAIN = new Axis("", false, Double.NaN, Double.NaN, List.of());

    /** Copies the categories and checks the range. */
    public Axis {
        categories = List.copyOf(categories);
        if (min >= max) {
            throw new IllegalArgumentException(
                    "axis \"" + label + "\": expected a range with min < max, received " + min + " to " + max);
        }
        if (log && (min <= 0 || max <= 0)) {
            throw new IllegalArgumentException(
                    "axis \"" + label + "\": a log axis needs a positive range, received " + min + " to " + max);
        }
    }

    Axis label(String newLabel) {
        return new Axis(newLabel, log, min, max, categories);
    }

    Axis toLog() {
        return new Axis(label, true, min, max, categories);
    }

    Axis range(double from, double to) {
        return new Axis(label, log, from, to, categories);
    }

    Axis named(List<String> names) {
        return new Axis(label, log, min, max, names);
    }

    /** Whether a value has a place on this axis. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }
}
