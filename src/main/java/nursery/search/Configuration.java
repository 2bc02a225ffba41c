package nursery.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.report.Numbers;

/**
 * A value for each hyperparameter: one point of a search.
 *
 * @param axes the hyperparameters
 * @param values their values, in the same order
 */
public record Configuration(List<Axis> axes, List<Object> values) {

    /** Copies the lists. */
    public Configuration {
        axes = List.copyOf(axes);
        values = List.copyOf(values);
    }

    /**
     * The value of a hyperparameter: a Double, an Integer or a String.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public Object value(String name) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(name)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("expected the name of a hyperparameter, one of "
                + axes.stream().map(Axis::name).toList() + "; received \"" + name + "\"");
    }

    /** Whether there is a hyperparameter of that name. */
    public boolean has(String name) {
        return axes.stream().anyMatch(a -> a.name().equals(name));
    }

    /**
     * A number: {@code p.get("lr")}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double get(String name) {
        if (value(name) instanceof Number n) {
            return n.doubleValue();
        }
        throw new IllegalArgumentException(
                "get(\"" + name + "\"): expected a number, received \"" + value(name) + "\"; ask for getText");
    }

    /**
     * A whole number: {@code p.getInt("hidden")}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int getInt(String name) {
        double number = get(name);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("getInt(\"" + name + "\"): expected a whole number, received " + number
                    + "; give the hyperparameter as integer(...) or choice(...)");
        }
        return (int) number;
    }

    /**
     * A word, or a number as text: {@code p.getText("optimizer")}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public String getText(String name) {
        return text(value(name));
    }

    private static String text(Object value) {
        return value instanceof Double d ? Numbers.brief(d) : value.toString();
    }

    /** Each name with its value, {@code "lr = 0.001, hidden = 100"}. */
    @Override
    public String toString() {
        return IntStream.range(0, axes.size())
                .mapToObj(i -> axes.get(i).name() + " = " + text(values.get(i)))
                .collect(Collectors.joining(", "));
    }
}
