package nursery.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.AddCellToColumnException;
import tech.tablesaw.io.ColumnIndexOutOfBoundsException;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Reads datasets from Tablesaw tables and from CSV files. The only class of the lower floor that works on tables. */
public final class TableReader {
    private static final long LARGEST = 256L << 20;
    private static final String[] MISSING = {"NA", "N/A", "NaN", "nan", "null", "?", "*"};
    private static final Pattern NUMBER = Pattern.compile("\\s*\"?[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\"?\\s*");

    private TableReader() {}

    /**
     * The rows of a table. Numbers stay as they are; a column of anything else becomes a column of 0 and 1 for each of its
     * categories. A column of texts with more than 50 categories, or with another text in every row, is left out, and so
     * are rows with missing values; the dataset's {@link Dataset#notes() notes} say so.
     *
     * @param table the rows; copied
     * @param label the name of the column to predict: numbers mean regression, anything else classes
     * @throws IllegalArgumentException if there is no such column, nothing to learn from, an infinite number or fewer than
     *     two classes
     */
    public static Dataset table(Table table, String label) {
        List<String> names = table.columnNames();
        String name = table.name() == null || table.name().isBlank() ? "the table" : table.name();
        int place = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a label column of " + name + ", received '"
                        + label + "'; the columns are " + String.join(", ", names)));
        List<TableColumn> columns = new ArrayList<>(
                table.columns().stream().map(TableReader::column).toList());
        return new TableRows(name, table.rowCount(), columns.remove(place), columns).dataset();
    }

    private static TableColumn column(Column<?> column) {
        if (column instanceof NumericColumn<?> numbers) {
            return new TableNumbers(column.name(), numbers.asDoubleArray());
        }
        @Nullable String[] texts = new String[column.size()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = column.isMissing(row) ? null : column.getUnformattedString(row);
        }
        return new TableTexts(column.name(), texts);
    }

    /**
     * The rows of a CSV file in UTF-8 with commas, semicolons or tabs; then as {@link #table}. A first line of nothing but
     * numbers is data, and the columns are then named C0, C1 and so on. Missing values are empty cells and NA, N/A, NaN,
     * null, ? and *.
     *
     * @param file the file; a relative path is also looked up in {@code tables/} of the folder in {@code -Dnursery.data}
     *     or {@code NURSERY_DATA}
     * @param label the name of the column to predict: numbers mean regression, texts classes; to classify by a column of
     *     numbers, call {@link Dataset#asClasses()} on the result
     * @throws IllegalArgumentException if there is no such file or column, or the file is no table
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Dataset csv(Path file, String label) {
        Path found = find(file);
        String text = text(found);
        String firstLine = text.substring(0, text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n'));
        if (firstLine.isBlank()) {
            throw new IllegalArgumentException(
                    "expected column names in the first line of " + found + ", received an empty line; add them");
        }
        char separator = separator(firstLine);
        CsvReadOptions options = CsvReadOptions.builderFromString(text)
                .tableName(found.toString())
                .separator(separator)
                .lineEnding("\n")
                .commentPrefix('\0') // else rows that start with # go missing
                .header(!Stream.of(firstLine.split(Pattern.quote("" + separator), -1))
                        .allMatch(cell -> NUMBER.matcher(cell).matches()))
                .columnTypesToDetect(List.of(ColumnType.STRING)) // its numbers would be 314 for 3,14 and 5 for 5%
                .sample(false)
                .locale(Locale.ROOT)
                .missingValueIndicator(MISSING)
                .build();
        Table table;
        try {
            table = Table.read().usingOptions(options);
        } catch (AddCellToColumnException e) {
            throw ragged(found, e.getRowNumber(), e);
        } catch (ColumnIndexOutOfBoundsException e) {
            throw ragged(found, e.getRowNumber() + 1, e);
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IllegalArgumentException(
                    "expected " + found + " to be a table with one row per line, received something else (" + reason
                            + "); correct the file",
                    e);
        }
        if (table.columnCount() == 0) { // Tablesaw knows no columns without rows
            throw new IllegalArgumentException(
                    "expected rows below the first line of " + found + ", received none; add rows");
        }
        for (Column<?> column : List.copyOf(table.columns())) {
            replaceNumbers(table, column);
        }
        return table(table, label);
    }

    /** Makes a column of texts one of numbers where every text that is there is a number. */
    private static void replaceNumbers(Table table, Column<?> texts) {
        int[] present = IntStream.range(0, texts.size())
                .filter(row -> !texts.isMissing(row))
                .toArray();
        boolean areNumbers = IntStream.of(present)
                .mapToObj(texts::getString)
                .allMatch(text -> text.equals("Infinity")
                        || text.equals("-Infinity")
                        || NUMBER.matcher(text).matches());
        if (present.length == 0 || !areNumbers) {
            return;
        }
        DoubleColumn numbers = DoubleColumn.create(texts.name(), texts.size());
        for (int row : present) {
            numbers.set(
                    row,
                    Double.parseDouble(texts.getString(row).replace("\"", "").strip()));
        }
        table.replaceColumn(texts.name(), numbers);
    }

    private static Path find(Path file) {
        if (Files.isRegularFile(file)) {
            return file;
        }
        DataFolders folders = DataFolders.here();
        return (file.isAbsolute() ? Optional.<Path>empty() : folders.find("tables", file.toString()))
                .orElseThrow(() -> new IllegalArgumentException("expected a CSV file, received " + file
                        + ", which is neither at " + file.toAbsolutePath() + " nor in "
                        + folders.folders("tables") + "; correct the path"));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("expected a CSV file of at most " + Text.count(LARGEST)
                        + " bytes, received " + Text.count(Files.size(file)) + " in " + file
                        + "; keep fewer rows or columns");
            }
            String text = Files.readString(file);
            String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text; // byte order mark
            return unmarked.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "expected text in UTF-8, received other bytes in " + file + "; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "expected to read " + file + ", received " + e + "; check its permissions", e);
        }
    }

    /** Whichever of the usual ones is most frequent in the first line. */
    private static char separator(String firstLine) {
        char most = ',';
        for (char c : new char[] {';', '\t'}) {
            most = count(firstLine, c) > count(firstLine, most) ? c : most;
        }
        return most;
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }

    private static IllegalArgumentException ragged(Path file, long row, Exception cause) {
        return new IllegalArgumentException(
                "expected as many cells in every row of " + file
                        + " as in its first line, received more or fewer in row " + row + " after it; correct that row",
                cause);
    }
}
