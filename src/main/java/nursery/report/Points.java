package nursery.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A series of points to draw; a value that is not finite is a gap.
 *
 * @param x horizontal places
 * @param y vertical places, as many
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record Points(double[] x, double[] y) {

    /** Longest series that is drawn point by point. */
    static final int LIMIT = 400;

    Points {
        if (x.length != y.length) {
            throw new IllegalArgumentException("a series needs as many x as y values, received " + x.length + " and "
                    + y.length + "; pass two arrays of one length");
        }
        x = x.clone();
        y = y.clone();
    }

    int size() {
        return x.length;
    }

    /** Smallest, largest, first and last value in words. */
    String summary() {
        var finite = Extent.of(Axis.PLAIN, y);
        if (finite.isEmpty()) {
            return size() == 0 ? "no data" : size() + " points, none of them finite";
        }
        return size() + (size() == 1 ? " point" : " points") + ", first " + Numbers.brief(y[0]) + ", last "
                + Numbers.brief(y[size() - 1]) + ", min " + Numbers.brief(finite.low()) + ", max "
                + Numbers.brief(finite.high());
    }

    /** Says which values a drawing on these axes leaves out; empty if none. */
    String missing(Axis xAxis, Axis yAxis) {
        var said = new ArrayList<String>();
        int lastFinite = size() - 1;
        while (lastFinite >= 0 && !Double.isFinite(y[lastFinite])) {
            lastFinite--;
        }
        long gaps = IntStream.range(0, lastFinite + 1)
                .filter(i -> !Double.isFinite(y[i]) || !Double.isFinite(x[i]))
                .count();
        if (lastFinite < size() - 1 && lastFinite >= 0) {
            String at = xAxis.label().isEmpty() ? "x" : xAxis.label();
            said.add("not finite from " + at + " = " + Numbers.brief(x[lastFinite + 1]) + " on (" + y[lastFinite + 1]
                    + ")");
        } else if (lastFinite < 0 && size() > 0) {
            said.add("no finite value");
        }
        if (gaps > 0) {
            said.add(String.format(Locale.ROOT, "%,d of %,d values not finite, left as gaps", gaps, size()));
        }
        long outside = IntStream.range(0, size())
                .filter(i -> (xAxis.log() && x[i] <= 0) || (yAxis.log() && y[i] <= 0))
                .count();
        if (outside > 0) {
            said.add(String.format(
                    Locale.ROOT, "%,d of %,d values not positive, without a place on a log axis", outside, size()));
        }
        return String.join("; ", said);
    }

    /**
     * A shorter series that looks the same: of each of {@link #LIMIT}/2 stretches the smallest and the largest value
     * stay, in their order, and a gap stays a gap. So no peak is lost, and the first and last stretch keep their ends.
     */
    Points forDrawing() {
        if (size() <= LIMIT) {
            return this;
        }
        int[] kept = new int[LIMIT / 2 * 3 + 2];
        int n = 0;
        for (int bucket = 0; bucket < LIMIT / 2; bucket++) {
            int from = (int) ((long) size() * bucket / (LIMIT / 2));
            int to = (int) ((long) size() * (bucket + 1) / (LIMIT / 2));
            int low = -1;
            int high = -1;
            int gap = -1;
            for (int i = from; i < to; i++) {
                if (!Double.isFinite(y[i]) || !Double.isFinite(x[i])) {
                    gap = i;
                } else {
                    low = low < 0 || y[i] < y[low] ? i : low;
                    high = high < 0 || y[i] >= y[high] ? i : high;
                }
            }
            int[] stretch = {low, high, gap, bucket == 0 ? 0 : -1, to == size() ? to - 1 : -1};
            for (int i : Arrays.stream(stretch)
                    .filter(i -> i >= 0)
                    .sorted()
                    .distinct()
                    .toArray()) {
                kept[n++] = i;
            }
        }
        int[] rows = Arrays.copyOf(kept, n);
        return new Points(
                Arrays.stream(rows).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> y[i]).toArray());
    }
}
