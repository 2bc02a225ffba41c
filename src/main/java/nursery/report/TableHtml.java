package nursery.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as HTML: its first rows, with plain numbers and escaped texts. */
public final class TableHtml implements Displayable {

    private static final int ROWS = 20;
    private static final int COLUMNS = 50;

    /** Words that tell a status get a sign beside them, so that color is not all that speaks. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("pass", "✓"),
            Map.entry("good", "✓"),
            Map.entry("warn", "⚠"),
            Map.entry("too low", "▼"),
            Map.entry("too high", "▲"),
            Map.entry("fail", "✗"),
            Map.entry("diverged", "✗"));

    private static final Map<String, String> TINTS = Map.of("✓", "#009E73", "⚠", "#E69F00", "✗", "#D55E00");

    private final Table table;

    private TableHtml(Table table) {
        this.table = table;
    }

    /** Shows a table. */
    public static TableHtml of(Table table) {
        return new TableHtml(table);
    }

    @Override
    public String html() {
        List<Column<?>> columns = table.columns().subList(0, Math.min(table.columnCount(), COLUMNS));
        var out = new StringBuilder("<div class=\"nursery-table\" style=\"overflow-x:auto\"><table cellpadding=\"4\">");
        if (table.name() != null && !table.name().isBlank()) {
            out.append("<caption>").append(Html.escape(table.name())).append("</caption>");
        }
        out.append("<thead><tr>");
        columns.forEach(column -> out.append("<th scope=\"col\"")
                .append(align(column))
                .append('>')
                .append(Html.escape(column.name()))
                .append("</th>"));
        out.append("</tr></thead><tbody>");
        for (int row = 0; row < Math.min(table.rowCount(), ROWS); row++) {
            out.append("<tr>");
            for (var column : columns) {
                out.append("<td")
                        .append(align(column))
                        .append('>')
                        .append(cell(column, row))
                        .append("</td>");
            }
            out.append("</tr>");
        }
        return out.append("</tbody></table>").append(rest()).append("</div>").toString();
    }

    private String rest() {
        var out = new StringBuilder();
        if (table.rowCount() > ROWS) {
            out.append(String.format(Locale.ROOT, "<p>… %,d more rows</p>", table.rowCount() - ROWS));
        }
        if (table.columnCount() > COLUMNS) {
            out.append(String.format(Locale.ROOT, "<p>… %,d more columns</p>", table.columnCount() - COLUMNS));
        }
        return table.rowCount() == 0 ? "<p>no rows</p>" : out.toString();
    }

    private static String align(Column<?> column) {
        return " style=\"text-align:" + (column instanceof NumericColumn ? "right" : "left") + "\"";
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) { // a loss that is NaN must be seen
            return column instanceof DoubleColumn || column instanceof FloatColumn ? "NaN" : "";
        }
        Object value = column.get(row);
        if (value instanceof Double || value instanceof Float) {
            // through text, so that a float shows its own digits
            return Numbers.format(Double.parseDouble(value.toString()), 5);
        }
        String text = column.getString(row);
        String sign = SIGNS.get(text.toLowerCase(Locale.ROOT));
        if (sign == null) {
            return Html.escape(text);
        }
        String tint = TINTS.getOrDefault(sign, "#0072B2");
        return "<span style=\"border-left:0.5em solid " + tint + ";padding-left:0.4em\">" + sign + " "
                + Html.escape(text) + "</span>";
    }

    /** The first rows as Tablesaw prints them. */
    @Override
    public String toString() {
        return table.print(ROWS);
    }
}
