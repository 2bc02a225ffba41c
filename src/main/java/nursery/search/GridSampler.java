package nursery.search;

/**
 * Every combination: all values of a choice, and of a range as many as asked for, from end to end; of whole numbers all where
 * they are fewer.
 *
 * @param points how many values of a range, at least 2
 */
public record GridSampler(int points) implements Sampler {

    /** Checks the number. */
    public GridSampler {
        if (points < 2 || points > MOST_TRIALS) {
            throw new IllegalArgumentException(
                    "grid: expected at least 2 values of each range, received " + points + "; 3 are usual");
        }
    }

    @Override
    public int trials(Space space) {
        long product = 1;
        for (Axis axis : space.axes()) {
            product = Math.min(product * values(axis), Integer.MAX_VALUE);
        }
        return Sampler.checkedTrials(product);
    }

    private int values(Axis axis) {
        return axis instanceof RangeAxis ? Math.min(points, axis.distinct()) : axis.distinct();
    }

    /** The last hyperparameter changes fastest. */
    @Override
    public double[] point(Space space, long seed, int trial) {
        double[] point = new double[space.axes().size()];
        int rest = trial;
        for (int i = point.length - 1; i >= 0; i--) {
            Axis axis = space.axes().get(i);
            int n = values(axis);
            point[i] = coordinate(axis, rest % n, n);
            rest /= n;
        }
        return point;
    }

    private static double coordinate(Axis axis, int index, int n) {
        if (n == axis.distinct()) {
            return (index + 0.5) / n; // the middle of what belongs to each value
        }
        return Math.min(index / (n - 1.0), Math.nextDown(1.0));
    }

    @Override
    public GridSampler trials(int other) {
        throw new IllegalArgumentException("grid: has as many trials as there are combinations, and cannot have "
                + other + "; say Search.grid(points) or Search.random(" + other + ")");
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public String toString() {
        return "grid(" + points + ")";
    }
}
