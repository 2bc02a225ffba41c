package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void points_of_a_category_share_one_series_and_verdicts_keep_their_color() {
        var chart = Chart.of("Sweep")
                .points(new double[] {1, 2, 3}, new double[] {4, 5, 6}, List.of("diverged", "good", "diverged"));

        assertThat(chart.series()).extracting(Series::name).containsExactly("diverged", "good");
        assertThat(chart.series().get(0).ys()).containsExactly(4, 6);
        assertThat(chart.svg(560, 340)).contains("fill=\"#D55E00\"", "fill=\"#009E73\"");
    }

    @Test
    void a_histogram_counts_every_finite_value_once() {
        var chart = Chart.of("").histogram("", new double[] {0, 0.1, 0.5, 1, Double.NaN, 1, 0.49}, 2);

        assertThat(chart.series().get(0).ys()).containsExactly(0, 3, 3);
        assertThat(chart.series().get(0).xs()).containsExactly(0, 0.5, 1);
        assertThat(chart.caption()).isEqualTo("1 of 7 values not finite, not counted.");
    }

    @Test
    void a_histogram_of_one_value_has_a_bar_around_it() {
        var chart = Chart.of("").histogram("", new double[] {3, 3, 3}, 4);

        assertThat(chart.series().get(0).xs()).startsWith(1.5).endsWith(4.5);
        assertThat(chart.series().get(0).ys()).contains(3);
    }

    @Test
    void a_heat_map_lies_under_what_was_drawn_before() {
        var chart = Chart.of("").line("line", new double[] {1, 2}).heatmap("heat", new double[2][2], 0, 1, 0, 1);

        assertThat(chart.series()).extracting(Series::name).containsExactly("heat", "line");
        assertThatThrownBy(() -> chart.heatmap("second", new double[2][2], 0, 1, 0, 1))
                .hasMessage("chart \"\": expected one heat map at most, received a second");
    }

    @Test
    void a_chart_is_immutable() {
        var before = Chart.of("Loss");
        var after = before.x("epoch")
                .logY()
                .line("train", new double[] {1})
                .remark("Look.")
                .remark("Again.");

        assertThat(before.series()).isEmpty();
        assertThat(after.remark()).isEqualTo("Look. Again.");
        assertThat(after.y().log()).isTrue();
    }

    @Test
    void ranges_and_bands_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> Chart.of("").x("lr").rangeX(2, 1))
                .hasMessage("axis \"lr\": expected a range with min < max, received 2.0 to 1.0");
        assertThatThrownBy(() -> Chart.of("").logX().rangeX(-1, 1))
                .hasMessage("axis \"\": a log axis needs a positive range, received -1.0 to 1.0");
        assertThatThrownBy(() -> Chart.of("").band(2, Double.NaN, "healthy"))
                .hasMessage("band \"healthy\": expected two finite ends in rising order, received 2.0 and NaN");
        assertThatThrownBy(() -> Chart.of("").points(new double[2], new double[2], List.of("a")))
                .hasMessage("points: expected one category per point, received 2 x, 2 y and 1 categories");
        assertThatThrownBy(() -> Chart.of("").shaded("accuracy", new double[2], new double[2], new double[1]))
                .hasMessage("points \"accuracy\": expected one value per point, received 1 values for 2 points");
        assertThatThrownBy(() -> Chart.of("").bars("n", new double[2], new double[2]))
                .hasMessage("bars \"n\": expected one edge more than bars, received 2 edges for 2 bars");
        assertThatThrownBy(() -> Chart.of("").histogram("n", new double[2], 0))
                .hasMessage("histogram \"n\": expected at least one bin, received 0");
    }
}
