package nursery.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts that stand for categories; null where there is none. As features it is a column of 0 and 1 for every
 * category, as the label a class for every category. Categories are in alphabetical order, so that the order of the rows
 * does not matter.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TableTexts(String name, @Nullable String[] values) implements TableColumn {
    /** With more categories than this, texts are rather names or remarks. */
    private static final int MOST = 50;

    @Override
    public boolean missing(int row) {
        return values[row] == null;
    }

    @Override
    public Optional<String> unusable() {
        int categories = distinct(Arrays.stream(values)).size();
        if (categories == 0) {
            return Optional.of("it is empty");
        }
        return categories > MOST || categories == values.length
                ? Optional.of(Text.count(categories) + " different texts in " + Text.count(values.length)
                        + " rows are too many to be categories (at most " + MOST + ")")
                : Optional.empty();
    }

    @Override
    public double[][] features(int[] rows) {
        return categories(rows).stream()
                .map(category -> Arrays.stream(rows)
                        .mapToDouble(row -> category.equals(values[row]) ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public List<String> featureNames(int[] rows) {
        return categories(rows).stream().map(category -> name + "=" + category).toList();
    }

    @Override
    public Targets targets(int[] rows) {
        List<String> names = categories(rows);
        return ClassTargets.of(
                Arrays.stream(rows).map(row -> names.indexOf(values[row])).toArray(), names);
    }

    private List<String> categories(int[] rows) {
        return distinct(Arrays.stream(rows).mapToObj(row -> values[row]));
    }

    private static List<String> distinct(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).distinct().sorted().toList();
    }
}
