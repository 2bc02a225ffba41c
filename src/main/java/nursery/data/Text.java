package nursery.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How summaries and messages write numbers, whatever the machine's language. */
final class Text {
    private Text() {}

    /** {@code 12,000}. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Four significant digits without trailing zeros: {@code 0.1306}, {@code 1.2E+7}. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(4)).stripTrailingZeros();
        double size = Math.abs(x);
        return x == 0 ? "0" : size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
    }
}
