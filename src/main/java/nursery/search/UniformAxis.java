package nursery.search;

import java.math.RoundingMode;
import nursery.report.Numbers;

/**
 * Numbers spread evenly from {@code from} to {@code to}: dropout rates, momentum. Values have four significant digits.
 *
 * @param name what it is called
 * @param from the lowest value
 * @param to the highest
 */
public record UniformAxis(String name, double from, double to) implements RangeAxis {

    /** Checks that it is a range. */
    public UniformAxis {
        Axis.checkedName(name);
        if (!(from < to && Double.isFinite(from) && Double.isFinite(to) && Double.isFinite(to - from))) {
            throw new IllegalArgumentException("uniform(\"" + name + "\"): expected two numbers, the lower one first,"
                    + " received " + from + " and " + to);
        }
    }

    @Override
    public Object at(double u) {
        return Math.min(to, Math.max(from, Rounding.value(from + u * (to - from))));
    }

    @Override
    public double position(Object value) {
        return (((Number) value).doubleValue() - from) / (to - from);
    }

    @Override
    public int distinct() {
        return Integer.MAX_VALUE;
    }

    @Override
    public UniformAxis between(double low, double high) {
        double lowest = from >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        double highest = from >= 0 && to <= 1 ? 1 : Double.POSITIVE_INFINITY; // a share stays one
        double width = (high - low) * (to - from);
        return new UniformAxis(
                name,
                Math.max(lowest, Rounding.within(from + low * (to - from), width, RoundingMode.FLOOR)),
                Math.min(highest, Rounding.within(from + high * (to - from), width, RoundingMode.CEILING)));
    }

    @Override
    public String ends() {
        return Numbers.brief(from) + " to " + Numbers.brief(to);
    }

    /** The call that makes it. */
    @Override
    public String toString() {
        return "uniform(\"" + name + "\", " + from + ", " + to + ")";
    }
}
