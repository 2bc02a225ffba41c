package nursery.optimizers;

/**
 * A search along a line for a length t that satisfies the strong Wolfe conditions, cost(t) <= cost(0) + c1 t slope(0)
 * and |slope(t)| <= c2 |slope(0)|: first outwards until a minimum is enclosed, then inwards by cubic interpolation
 * (Nocedal and Wright, algorithms 3.5 and 3.6). A cost that is no number counts as too high.
 */
final class StrongWolfe {
    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    private static final int TRIALS = 25;
    private static final double CLOSE = 1e-9; // of the position: nothing left to enclose
    private static final double MARGIN = 0.1; // of an enclosure: nearer to its ends is no progress

    /** Cost and slope along a direction. */
    interface Line {
        double cost(double t);

        /** Where the cost was asked for last. */
        double slope();
    }

    private final Line line;
    private double cost0;
    private double slope0;
    private int trials;

    // the last trial
    private double t;
    private double cost;
    private double slope;

    // the ends of the enclosure, the lower cost first; while searching outwards, low is the trial before
    private double lowT;
    private double lowCost;
    private double lowSlope;
    private double highT;
    private double highCost;
    private double highSlope;

    StrongWolfe(Line line) {
        this.line = line;
    }

    /**
     * The length.
     *
     * @param costAtStart cost(0)
     * @param slopeAtStart slope(0), below 0
     * @param first the first length to try
     * @param unit how far the position moves for t = 1
     */
    double find(double costAtStart, double slopeAtStart, double first, double unit) {
        cost0 = costAtStart;
        slope0 = slopeAtStart;
        lowT = 0;
        lowCost = cost0;
        lowSlope = slope0;
        evaluate(first);
        for (trials = 0; trials < TRIALS; trials++) {
            if (tooHigh() || (trials > 1 && cost >= lowCost)) {
                return enclosed(unit);
            }
            if (flat()) {
                return t;
            }
            if (slope >= 0) {
                return enclosed(unit);
            }
            double next = cubic(lowT, lowCost, lowSlope, t, cost, slope, t + 0.01 * (t - lowT), 10 * t);
            lowIsTrial();
            evaluate(next);
        }
        return cost < cost0 ? t : 0;
    }

    /** Inwards, between {@code low} and the last trial. */
    private double enclosed(double unit) {
        highIsTrial();
        boolean slow = false;
        while (trials < TRIALS && Math.abs(highT - lowT) * unit >= CLOSE) {
            double left = Math.min(lowT, highT);
            double right = Math.max(lowT, highT);
            double next = cubic(lowT, lowCost, lowSlope, highT, highCost, highSlope, left, right);
            double margin = MARGIN * (right - left);
            if (Math.min(right - next, next - left) >= margin) {
                slow = false;
            } else if (slow || next >= right || next <= left) {
                next = Math.abs(next - right) < Math.abs(next - left) ? right - margin : left + margin;
                slow = false;
            } else {
                slow = true;
            }
            evaluate(next);
            trials++;
            if (tooHigh() || cost >= lowCost) {
                highIsTrial();
            } else if (flat()) {
                return t;
            } else {
                if (slope * (highT - lowT) >= 0) {
                    highIsLow();
                }
                lowIsTrial();
            }
        }
        return lowT;
    }

    private void evaluate(double at) {
        t = at;
        cost = line.cost(at);
        slope = line.slope();
    }

    private boolean tooHigh() {
        return !(cost <= cost0 + C1 * t * slope0);
    }

    private boolean flat() {
        return Math.abs(slope) <= -C2 * slope0;
    }

    private void lowIsTrial() {
        lowT = t;
        lowCost = cost;
        lowSlope = slope;
    }

    private void highIsLow() {
        highT = lowT;
        highCost = lowCost;
        highSlope = lowSlope;
    }

    /** The trial is the higher end, unless its cost is lower after all. */
    private void highIsTrial() {
        if (cost < lowCost) {
            highIsLow();
            lowIsTrial();
        } else {
            highT = t;
            highCost = cost;
            highSlope = slope;
        }
    }

    /** Where the cubic through both points with these slopes is lowest, within [least, most]; else their middle. */
    private static double cubic(
            double x1, double f1, double g1, double x2, double f2, double g2, double least, double most) {
        double d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2);
        double square = d1 * d1 - g1 * g2;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double d2 = Math.sqrt(square);
        double lowest = x1 <= x2
                ? x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
                : x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2));
        return Double.isNaN(lowest) ? (least + most) / 2 : Math.min(Math.max(lowest, least), most);
    }
}
