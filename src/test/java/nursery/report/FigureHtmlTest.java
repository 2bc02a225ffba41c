package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;

class FigureHtmlTest {

    private static final Table TABLE = Table.create(
            DoubleColumn.create("x", 1, 2, 3, 4),
            DoubleColumn.create("y", 4, Double.NaN, 2, 1),
            StringColumn.create("kind", "a", "b", "a", "it's"));

    private static Chart chart(Figure figure) {
        return FigureReader.chart(figure);
    }

    @Test
    void lines_and_points_are_read_with_their_names_and_axes() {
        var line = chart(LinePlot.create("A <line>", TABLE, "x", "y"));
        var points = chart(ScatterPlot.create("points", TABLE, "x", "y", "kind"));

        assertThat(line.title()).isEqualTo("A <line>");
        assertThat(line.x().label()).isEqualTo("x");
        assertThat(line.summary()).isEqualTo("  4 points, first 4, last 1, min 1, max 4");
        assertThat(points.series()).extracting(Series::name).containsExactlyInAnyOrder("a", "b", "it's");
    }

    @Test
    void bars_histograms_and_pies_become_bars() {
        var bars = chart(HorizontalBarPlot.create("bars", TABLE.selectColumns("kind", "x"), "kind", "x"));
        var pie = chart(PiePlot.create("pie", TABLE, "kind", "x"));

        assertThat(bars.summary()).contains("4 bars", "heights 1 to 4");
        assertThat(pie.x().categories()).containsExactly("a", "b", "it's");
        assertThat(pie.summary()).contains("heights 2 to 4"); // a: 1 + 3
        assertThat(chart(Histogram.create("histogram", TABLE, "x")).summary()).contains("20 bars from 1 to 4");
    }

    @Test
    void names_that_only_look_like_numbers_are_names() {
        Table versions = Table.create(
                StringColumn.create("version", "1.2.3", "2020.01.02", "."), DoubleColumn.create("y", 1, 2, 3));

        assertThat(FigureHtml.of(VerticalBarPlot.create("versions", versions, "version", "y"))
                        .html())
                .contains("<img");
        assertThat(FigureHtml.of(ScatterPlot.create("versions", versions, "version", "y"))
                        .toString())
                .startsWith("versions");
    }

    @Test
    void what_has_no_static_drawing_says_so_in_a_box() {
        var shown = FigureHtml.of(BoxPlot.create("boxes & more", TABLE, "kind", "x"));

        assertThat(shown.html()).contains("<img", "Not in the static picture: box.", "Plotly.newPlot(");
        assertThat(shown).hasToString("boxes & more\n\nNot in the static picture: box.");
    }

    @Test
    void the_script_of_a_figure_with_hostile_texts_stays_one_script() {
        PlotlyLoader.reset();
        PlotlyLoader.cell("first");
        Plot.of(Chart.of("carrier")).html();
        PlotlyLoader.cell("second");
        var table = Table.create(
                DoubleColumn.create("y", 1, 2), StringColumn.create("x", "</script><script>alert(1)</script>", "\"\\"));
        String html = FigureHtml.of(HorizontalBarPlot.create("</script>", table, "x", "y"))
                .html();

        assertThat(html.split("(?i)</script", -1)).hasSize(2);
    }
}
