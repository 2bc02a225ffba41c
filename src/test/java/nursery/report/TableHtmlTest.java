package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableHtmlTest {

    @Test
    void names_and_cells_are_escaped() {
        String html = TableHtml.of(Table.create("<t>", StringColumn.create("<c>", "a & b", "<i>")))
                .html();

        assertThat(html)
                .contains("<caption>&lt;t&gt;</caption>", ">&lt;c&gt;</th>", ">a &amp; b</td>", ">&lt;i&gt;</td>")
                .doesNotContain("<i>", "<c>");
    }

    @Test
    void numbers_are_plain_and_what_is_missing_is_nan_or_empty() {
        var names = StringColumn.create("name", "a", "b", null);
        String html = TableHtml.of(Table.create(
                        DoubleColumn.create("rate", 1e-6, 0.1 + 0.2, Double.NaN),
                        IntColumn.create("n", 1, 20_000, 3),
                        names))
                .html();

        assertThat(html).contains(">1e-6</td>", ">0.3</td>", ">NaN</td>", ">20000</td>", "left\"></td>");
    }

    @Test
    void a_status_speaks_by_a_sign_as_well_as_by_color() {
        String html = TableHtml.of(Table.create(StringColumn.create("status", "pass", "WARN", "fail", "other")))
                .html();

        assertThat(html).contains("✓ pass", "⚠ WARN", "✗ fail", ">other</td>");
    }

    @Test
    void long_tables_show_twenty_rows_and_say_how_many_are_left() {
        var table = Table.create(IntColumn.create("i", IntStream.range(0, 1234).toArray()));

        assertThat(TableHtml.of(table).html().split("<tr>", -1)).hasSize(1 + 1 + 20);
        assertThat(TableHtml.of(table).html()).contains("… 1,214 more rows");
        assertThat(TableHtml.of(table.first(20)).html()).doesNotContain("more rows");
        assertThat(TableHtml.of(table.first(0)).html()).contains("no rows");
    }
}
