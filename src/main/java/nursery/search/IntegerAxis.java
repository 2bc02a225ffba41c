package nursery.search;

/**
 * Whole numbers, both ends included: units, filters, layers.
 *
 * @param name what it is called
 * @param from the lowest
 * @param to the highest
 */
public record IntegerAxis(String name, int from, int to) implements RangeAxis {

    /** Checks that it is a range. */
    public IntegerAxis {
        Axis.checkedName(name);
        if (from >= to || (long) to - from >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("integer(\"" + name
                    + "\"): expected two whole numbers, the lower one first," + " received " + from + " and " + to);
        }
    }

    @Override
    public Object at(double u) {
        return (int) Math.min(to, from + (long) Math.floor(u * distinct()));
    }

    @Override
    public double position(Object value) {
        return (((Number) value).doubleValue() - from) / ((double) to - from);
    }

    @Override
    public int distinct() {
        return to - from + 1;
    }

    @Override
    public IntegerAxis between(double low, double high) {
        double lowest = from >= 1 ? 1 : from == 0 ? 0 : Integer.MIN_VALUE;
        int first = (int) Math.max(lowest, Math.floor(from + low * ((double) to - from)));
        int last = (int) Math.ceil(from + high * ((double) to - from));
        return new IntegerAxis(name, first, Math.max(first + 1, last));
    }

    @Override
    public String ends() {
        return from + " to " + to;
    }

    /** The call that makes it. */
    @Override
    public String toString() {
        return "integer(\"" + name + "\", " + from + ", " + to + ")";
    }
}
