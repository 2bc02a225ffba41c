package nursery.data;

import java.util.List;

/** How notes name columns. */
final class ColumnNames {
    private ColumnNames() {}

    /** The name of a column, or its number where it has none. */
    static String name(Dataset data, int column) {
        return data.featureNames().isEmpty()
                ? Integer.toString(column)
                : data.featureNames().get(column);
    }

    /** {@code 2 of 30 columns (age, 7) are}. */
    static String list(List<String> some, int all) {
        String list = String.join(", ", some.subList(0, Math.min(5, some.size()))) + (some.size() > 5 ? ", ..." : "");
        return Text.count(some.size()) + " of " + Text.count(all) + " columns (" + list + ")"
                + (some.size() == 1 ? " is" : " are");
    }

    /** The note on columns that have one value in the whole training part, or none. */
    static List<String> constantNote(List<String> constant, int all) {
        return constant.isEmpty()
                ? List.of()
                : List.of(list(constant, all) + " constant in the training part: divided by 1");
    }
}
