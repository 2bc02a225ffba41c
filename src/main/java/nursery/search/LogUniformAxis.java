package nursery.search;

import java.math.RoundingMode;
import nursery.report.Numbers;

/**
 * Numbers spread evenly in powers of ten, 10^U(log from, log to): learning rates, strengths of a penalty (CS231n: "it's best
 * to optimize in log space"). Values have four significant digits.
 *
 * @param name what it is called
 * @param from the lowest value, above 0
 * @param to the highest
 */
public record LogUniformAxis(String name, double from, double to) implements RangeAxis {
    private static final double LEAST = 1e-100;
    private static final double MOST = 1e100;

    /** Checks that it is a range. */
    public LogUniformAxis {
        Axis.checkedName(name);
        if (!(from >= LEAST && from < to && to <= MOST)) {
            throw new IllegalArgumentException(
                    "logUniform(\"" + name + "\"): expected two numbers above 0, the lower one" + " first, received "
                            + from + " and " + to + "; for example 1e-6 and 1e-1");
        }
    }

    @Override
    public Object at(double u) {
        return Math.min(to, Math.max(from, Rounding.value(value(u))));
    }

    private double value(double position) {
        return limited(from * StrictMath.pow(to / from, position));
    }

    private static double limited(double x) {
        return Math.min(MOST, Math.max(LEAST, x));
    }

    @Override
    public double position(Object value) {
        return StrictMath.log(((Number) value).doubleValue() / from) / StrictMath.log(to / from);
    }

    @Override
    public int distinct() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean logarithmic() {
        return true;
    }

    @Override
    public LogUniformAxis between(double low, double high) {
        return new LogUniformAxis(
                name,
                limited(Rounding.brief(value(low), RoundingMode.FLOOR)),
                limited(Rounding.brief(value(high), RoundingMode.CEILING)));
    }

    @Override
    public String ends() {
        return Numbers.brief(from) + " to " + Numbers.brief(to);
    }

    /** The call that makes it. */
    @Override
    public String toString() {
        return "logUniform(\"" + name + "\", " + from + ", " + to + ")";
    }
}
