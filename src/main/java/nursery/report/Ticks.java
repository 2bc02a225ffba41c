package nursery.report;

import java.util.ArrayList;
import java.util.List;

/** Where an axis carries labels: round numbers, decades on a log axis, names on an axis of categories. */
final class Ticks {

    /** One label and its place in data units. */
    record Tick(double value, String label) {}

    private Ticks() {}

    /** At most about {@code wanted} labels within the scale. */
    static List<Tick> of(Scale scale, int wanted) {
        if (!scale.axis().categories().isEmpty()) {
            return categories(scale, wanted);
        }
        return scale.axis().log() ? decades(scale, wanted) : linear(scale, wanted);
    }

    private static List<Tick> categories(Scale scale, int wanted) {
        List<String> names = scale.axis().categories();
        int every = (names.size() + Math.max(wanted, 1) * 2 - 1) / (Math.max(wanted, 1) * 2);
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i < names.size(); i += every) {
            if (scale.contains(i)) {
                ticks.add(new Tick(i, names.get(i)));
            }
        }
        return ticks;
    }

    private static List<Tick> linear(Scale scale, int wanted) {
        double span = scale.high() / wanted - scale.low() / wanted;
        double step = scale.whole() ? Math.max(roundUp(span), 1) : roundUp(span);
        if (!(step > 0) || Double.isInfinite(step)) {
            return List.of(); // ends closer together than doubles can part
        }
        var ticks = new ArrayList<Tick>();
        double first = Math.ceil(scale.low() / step);
        for (int i = 0; i <= 3 * wanted; i++) {
            double value = (first + i) * step;
            if (value - scale.high() > step * 1e-9) {
                break;
            }
            ticks.add(new Tick(value, label(value, step)));
        }
        return ticks;
    }

    /** The next of 1, 2, 5, 10 times a power of ten. */
    private static double roundUp(double span) {
        double power = Math.pow(10, Math.floor(Math.log10(span)));
        for (double factor : new double[] {1, 2, 5}) {
            if (span <= factor * power * (1 + 1e-12)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String label(double value, double step) {
        if (Math.abs(value) < step / 1e6) {
            return "0";
        }
        // as many digits as it takes to tell neighbors apart
        int digits = (int) Math.ceil(Math.log10(Math.abs(value) / step)) + 2;
        return Numbers.format(value, Math.min(Math.max(digits, 1), 15));
    }

    private static List<Tick> decades(Scale scale, int wanted) {
        int first = (int) Math.ceil(Math.log10(scale.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(scale.high()) + 1e-9);
        if (last - first < 1) {
            return withinDecade(scale, wanted);
        }
        int every = Math.max(1, (last - first + wanted) / wanted);
        var ticks = new ArrayList<Tick>();
        for (int exponent = -Math.floorDiv(-first, every) * every; exponent <= last; exponent += every) {
            ticks.add(power(1, exponent));
        }
        return ticks;
    }

    /** Less than two decades in sight: also 2 and 5 times a power of ten, or round numbers where even these are few. */
    private static List<Tick> withinDecade(Scale scale, int wanted) {
        var ticks = multiples(scale, 1, 2, 5);
        if (ticks.size() > wanted + 1) {
            ticks = multiples(scale, 1, 5);
        }
        return ticks.size() > 1 ? ticks : linear(scale, wanted);
    }

    private static List<Tick> multiples(Scale scale, int... factors) {
        var ticks = new ArrayList<Tick>();
        int first = (int) Math.floor(Math.log10(scale.low()));
        for (int exponent = first; exponent <= first + 2; exponent++) {
            for (int factor : factors) {
                Tick tick = power(factor, exponent);
                if (scale.contains(tick.value())) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static Tick power(int factor, int exponent) {
        double value = Double.parseDouble(factor + "e" + exponent);
        boolean plain = exponent >= -3 && exponent <= 4;
        return new Tick(value, plain ? Numbers.brief(value) : factor + "e" + exponent);
    }
}
