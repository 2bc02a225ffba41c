package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
