package nursery.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people write them: 0.25, 1500, 1e-6. */
public final class Numbers {

    private Numbers() {}

    /** At most {@code digits} significant digits; plain between 1e-4 and 1e7, with an exponent outside. */
    public static String format(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return rounded.toPlainString();
        }
        return new BigDecimal(rounded.unscaledValue(), rounded.precision() - 1).toPlainString() + "e" + exponent;
    }

    /** Four significant digits: enough for a label. */
    public static String brief(double value) {
        return format(value, 4);
    }
}
