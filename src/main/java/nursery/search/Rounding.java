package nursery.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/** Numbers with few digits, so that what a table shows is what was trained with. */
final class Rounding {
    private static final double NOISE = 1e-9;
    private static final int EXACT_POWERS = 22;
    private static final double[] POWERS = IntStream.rangeClosed(0, EXACT_POWERS)
            .mapToDouble(i -> Double.parseDouble("1e" + i))
            .toArray();

    private Rounding() {}

    /** Four significant digits. */
    static double value(double x) {
        int scale = 3 - (int) Math.floor(StrictMath.log10(Math.abs(x)));
        if (scale < 0 || scale > EXACT_POWERS) {
            return x == 0 ? 0 : digits(x, 4, RoundingMode.HALF_EVEN);
        }
        double power = POWERS[scale];
        return Math.rint(x * power) / power; // the nearest double, for both numbers are exact
    }

    /** Two significant digits, at most {@code x} for floor and at least {@code x} for ceiling. */
    static double brief(double x, RoundingMode mode) {
        return digits(nudged(x, Math.abs(x), mode), 2, mode);
    }

    /** Without the last digits' noise, which would push 0.15000000000000002 up to 0.16. */
    private static double nudged(double x, double size, RoundingMode mode) {
        double noise = NOISE * size;
        return mode == RoundingMode.FLOOR ? x + noise : x - noise;
    }

    /** The digits that matter in a range of that width: steps of a tenth to a hundredth of it. */
    static double within(double x, double width, RoundingMode mode) {
        int scale = 1 - (int) Math.floor(Math.log10(width));
        return BigDecimal.valueOf(nudged(x, width, mode)).setScale(scale, mode).doubleValue();
    }

    private static double digits(double x, int digits, RoundingMode mode) {
        return BigDecimal.valueOf(x).round(new MathContext(digits, mode)).doubleValue();
    }
}
