package nursery.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table in the making: one row for each element of a list, and a function for each column.
 *
 * @param <T> what a row is about
 */
public final class Rows<T> {
    private final String title;
    private final List<T> rows;
    private final List<Column<?>> columns = new ArrayList<>();

    private Rows(String title, List<T> rows) {
        this.title = title;
        this.rows = rows;
    }

    /** A table without columns yet. */
    public static <T> Rows<T> of(String title, List<T> rows) {
        return new Rows<>(title, rows);
    }

    /** Adds a column of texts. */
    public Rows<T> text(String name, Function<T, ?> value) {
        List<String> texts = rows.stream().map(value).map(Object::toString).toList();
        columns.add(StringColumn.create(name, texts));
        return this;
    }

    /** Adds a column of numbers; NaN is a missing value. */
    public Rows<T> number(String name, ToDoubleFunction<T> value) {
        columns.add(DoubleColumn.create(name, rows.stream().mapToDouble(value).toArray()));
        return this;
    }

    /** Adds a column of counts. */
    public Rows<T> count(String name, ToIntFunction<T> value) {
        columns.add(IntColumn.create(name, rows.stream().mapToInt(value).toArray()));
        return this;
    }

    /** The table. */
    public Table table() {
        return Table.create(title, columns);
    }
}
