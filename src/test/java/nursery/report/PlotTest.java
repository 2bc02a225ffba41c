package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {

    private static final Plot LOSS = Plot.of(Chart.of("Loss")
            .x("epoch")
            .y("loss")
            .logY()
            .line("train", new double[] {1, 2, 3}, new double[] {2.5, 1, 0.25})
            .band(1e-3, 2e-3, "healthy")
            .note(2, 1, "here"));

    private static final Plot DIGIT = Plot.of(ImageGrid.of("Digit").image("7", 1, 2, 2, new double[] {0, 1, 1, 0}));

    /** After this the first chart has carried the loader and others do not. */
    @BeforeEach
    void loaded() {
        PlotlyLoader.reset();
        PlotlyLoader.cell("first");
        Plot.of(Chart.of("first")).html();
        PlotlyLoader.cell("second");
    }

    private static String withoutIds(String html) {
        return html.replaceAll("nursery_\\w+", "ID");
    }

    @Test
    void the_same_data_give_the_same_html_but_for_fresh_ids() {
        String first = LOSS.html();
        String second = LOSS.html();

        assertThat(first).isNotEqualTo(second);
        assertThat(withoutIds(first)).isEqualTo(withoutIds(second));
        assertThat(LOSS.staticHtml()).isEqualTo(LOSS.staticHtml()).doesNotContain("<script", " id=");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void so_many_panels_stand_side_by_side_on_an_exported_page(int panels) {
        String html = new Plot(Collections.nCopies(panels, LOSS.panels().get(0))).html();
        var width = Pattern.compile("flex:0 1 (\\d+)px").matcher(html);

        assertThat(width.find()).isTrue();
        assertThat(panels * Integer.parseInt(width.group(1)) + (panels - 1) * 10)
                .isLessThanOrEqualTo(858);
    }

    @Test
    void what_plotly_gets_is_in_the_same_order_in_each_jvm() {
        assertThat(LOSS.html())
                .contains("\"title\":{\"font\":{\"size\":16},\"text\":\"Loss\",\"y\":0.97,\"yanchor\":\"top\"}");
    }

    @Test
    void a_legend_has_room_for_as_many_rows_as_its_widest_name_makes() {
        Chart race = Chart.of("Race");
        for (String name : List.of("sgd 0.1", "momentum 0.005", "adagrad 0.02", "adam 0.1")) {
            race = race.line(name, new double[] {1, 2});
        }

        margins(race, 310).containsEntry("t", 36.0 + 4 * 19 + 6); // a row for each name
        margins(race, 560).containsEntry("t", 36.0 + 2 * 19 + 6); // two names in a row
        margins(Chart.of("Race"), 560).containsEntry("t", 36.0);
    }

    private static MapAssert<Object, Object> margins(Chart chart, int width) {
        return assertThat(PlotlyFigures.layoutExtras(chart, width)).extractingByKey("margin", MAP);
    }

    @Test
    void a_static_image_comes_first_with_the_numbers_as_its_alternative_text() {
        var image = Pattern.compile("<img [^>]*alt=\"([^\"]*)\" src=\"data:image/svg\\+xml;base64,([^\"]*)\">")
                .matcher(LOSS.html());

        assertThat(image.find()).isTrue();
        assertThat(image.group(1)).startsWith("Loss\n").contains("train: 3 points, first 2.5, last 0.25");
        assertThat(new String(Base64.getDecoder().decode(image.group(2)), StandardCharsets.UTF_8))
                .startsWith("<svg xmlns=")
                .endsWith("</svg>");
        assertThat(LOSS.html().indexOf("<img")).isLessThan(LOSS.html().indexOf("<script"));
    }

    @Test
    void the_script_waits_in_the_queue_and_runs_in_a_function_of_its_own() {
        assertThat(LOSS.html())
                .contains("window.nurseryCharts=window.nurseryCharts||[]")
                .contains("draw:function(Plotly){")
                .contains("Plotly.newPlot(")
                .containsPattern("\"x\":2.0[^}]*\"text\":\"here\"|\"text\":\"here\"")
                .contains("\"text\":\"healthy\"");
        assertThat(LOSS.html().replace("http://www.w3.org/", "")).doesNotContain("http:", "https:", "src=\"//");
    }

    @Test
    void nothing_in_a_text_ends_the_script_or_the_string() {
        String evil = "</script><script>alert(1)//\\ ' \" \n <!-- `${alert(2)}`";
        var chart = Chart.of(evil)
                .x(evil)
                .y(evil)
                .line(evil, new double[] {1, 2})
                .band(1, 2, evil)
                .note(0, 1, evil);
        String html = Plot.of(chart.namesX(List.of(evil, evil))).html();

        assertThat(html.split("(?i)<script", -1)).hasSize(2);
        assertThat(html.split("(?i)</script", -1)).hasSize(2);
        assertThat(html).doesNotContain("<!--");
        // every line of Tablesaw's that opens a quoted text also closes it
        assertThat(html.lines()
                        .filter(line ->
                                line.startsWith("name: '") || line.strip().startsWith("title: '")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*'[^'\\\\]*',"));
    }

    @Test
    void images_need_no_script() {
        assertThat(DIGIT.html()).contains("nursery-picture").doesNotContain("<script", "nursery-chart");
        assertThat(DIGIT.figures()).isEmpty();
        assertThatThrownBy(DIGIT::figure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this plot has no chart that Tablesaw could draw");
    }

    @Test
    void every_chart_is_a_tablesaw_figure() {
        var both = LOSS.and(Plot.of(Chart.of("Empty"))).and(DIGIT);

        assertThat(both.figures()).hasSize(2);
        assertThat(LOSS.figure().asJavascript("here"))
                .contains("type: 'log'", "\"2.5\",\"1.0\",\"0.25\"", "title: 'Loss'");
    }

    @Test
    void as_text_it_lists_the_numbers() {
        assertThat(LOSS.and(DIGIT)).hasToString("""
                Loss
                  train: 3 points, first 2.5, last 0.25, min 0.25, max 2.5
                  band healthy: 0.001 to 0.002 on y
                  at (2, 1): here
                Digit
                  1 pictures of 2 x 2 pixels: 7""");
    }

    @Test
    void a_long_series_stays_small() {
        assertThat(Plot.of(Chart.of("").line("", new double[50_000]).line("", new double[50_000]))
                        .html()
                        .length())
                .isLessThan(60_000);
    }
}
