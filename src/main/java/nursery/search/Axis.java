package nursery.search;

import java.util.List;

/** One hyperparameter of a search and the values that it may have. A value is a Double, an Integer or a String. */
public interface Axis {

    /** What the hyperparameter is called. */
    String name();

    /** The value at {@code u}, from 0 (inclusive) to 1 (exclusive); evenly spread u give values as the axis spreads them. */
    Object at(double u);

    /** Where a value lies, from 0 for the lowest to 1 for the highest. */
    double position(Object value);

    /** How many values there are; {@link Integer#MAX_VALUE} for a range of numbers. */
    int distinct();

    /** A narrower axis that holds these values: those of the best trials of a search. */
    Axis zoom(List<?> values);

    /** Whether its values are to be drawn on a logarithmic axis. */
    default boolean logarithmic() {
        return false;
    }

    /** The name, checked: a word that a chain of calls as text can hold. */
    static String checkedName(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            throw new IllegalArgumentException(
                    "search: expected the name of a hyperparameter, a letter and then letters,"
                            + " digits or _, received \"" + name + "\"; for example \"lr\"");
        }
        return name;
    }
}
