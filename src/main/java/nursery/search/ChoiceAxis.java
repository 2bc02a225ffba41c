package nursery.search;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some values, each as likely: numbers, or words such as the names of optimizers.
 *
 * @param name what it is called
 * @param values Doubles and Integers, or Strings
 */
public record ChoiceAxis(String name, List<Object> values) implements Axis {

    /** Copies the list, and checks that there is a choice. */
    public ChoiceAxis {
        Axis.checkedName(name);
        values = List.copyOf(values);
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(
                    "choice(\"" + name + "\"): expected values that differ, received " + values);
        }
        values.forEach(v -> checkedValue(name, v));
    }

    private static void checkedValue(String name, Object value) {
        boolean number = value instanceof Integer || (value instanceof Double d && Double.isFinite(d));
        if (!number && !(value instanceof String s && s.matches("[^\\p{Cntrl}\"\\\\]{0,200}"))) {
            throw new IllegalArgumentException("choice(\"" + name + "\"): expected numbers, or texts of at most 200"
                    + " characters without quotes, received " + value);
        }
    }

    @Override
    public Object at(double u) {
        return values.get(Math.min(values.size() - 1, (int) (u * values.size())));
    }

    @Override
    public double position(Object value) {
        return values.size() == 1 ? 0.5 : values.indexOf(value) / (values.size() - 1.0);
    }

    @Override
    public int distinct() {
        return values.size();
    }

    /** The values that appear, in this order. */
    @Override
    public ChoiceAxis zoom(List<?> best) {
        return new ChoiceAxis(name, values.stream().filter(best::contains).toList());
    }

    /** Whether the values are words. */
    boolean words() {
        return values.get(0) instanceof String;
    }

    /** The call that makes it. */
    @Override
    public String toString() {
        return values.stream()
                .map(v -> v instanceof String s ? "\"" + s + "\"" : v.toString())
                .collect(Collectors.joining(", ", "choice(\"" + name + "\", ", ")"));
    }
}
