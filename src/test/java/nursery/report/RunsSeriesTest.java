package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.traces.ScatterTrace;

class RunsSeriesTest {
    private static final double[] X = {0, 1, 2};

    /** The outline of the band on a plane of 100 x 100 pixels that shows 0 to 2 by 0 to 10. */
    private static String band(double[][] runs) {
        var plane =
                new SvgPlane(new Scale(Axis.PLAIN, 0, 2, false, 0, 100), new Scale(Axis.PLAIN, 0, 10, false, 100, 0));
        new RunsSeries("loss", X, runs).draw(plane, 0);
        return plane.toString().split("\"", -1)[1];
    }

    @Test
    void the_band_goes_along_the_lowest_and_back_along_the_highest() {
        assertThat(band(new double[][] {{9, 2, 1}, {5, 4, 3}, {7, 6, 0}}))
                .isEqualTo("M0 50L50 80L100 100L100 70L50 40L0 10");
    }

    @Test
    void a_place_where_a_run_is_not_finite_has_no_band() {
        assertThat(band(new double[][] {{9, Double.NaN, 1}, {5, 4, 3}})).isEqualTo("M0 50L0 10M100 90L100 70");
        assertThat(band(new double[][] {{9, 2, Double.NaN}})).isEqualTo("M0 10L50 80L50 80L0 10");
    }

    @Test
    void the_line_goes_through_the_medians() {
        var series = new RunsSeries("loss", X, new double[][] {{9, 2, 1}, {5, 4, 3}, {7, 6, 0}});
        var even = new RunsSeries("loss", X, new double[][] {{1, 2, 3}, {3, 4, 6}});

        assertThat(series.summary())
                .isEqualTo("median of 3 runs, 3 points, first 7, last 1, min 1, max 7, from 0 to 3 at the end");
        assertThat(even.summary())
                .isEqualTo("median of 2 runs, 3 points, first 2, last 4.5, min 2, max 4.5, from 3 to 6 at the end");
        assertThat(series.ys()).contains(9, 0);
    }

    @Test
    void plotly_fills_the_band_and_draws_the_line() {
        var traces = new RunsSeries("loss", X, new double[][] {{9, 2, 1}, {5, 4, 3}}).traces(0);

        assertThat(traces).hasSize(2);
        assertThat(traces.get(0).extra())
                .containsEntry("fill", "toself")
                .containsEntry("fillcolor", "rgba(0,114,178,0.2)");
        assertThat(traces.get(1).trace()).isInstanceOf(ScatterTrace.class);
        assertThat(traces.get(1).trace().name()).contains("loss");
    }

    @Test
    void series_of_a_chart_that_say_the_same_say_it_once() {
        double[][] runs = {{9, 2, 1}, {5, 4, 3}};

        assertThat(Chart.of("").runs("sgd", X, runs).runs("adam", X, runs).caption())
                .isEqualTo("sgd, adam: median of 2 runs, from the lowest to the highest.");
    }

    @Test
    void runs_need_a_value_at_each_place() {
        assertThatThrownBy(() -> Chart.of("").runs("loss", X, new double[][] {{1, 2, 3}, {1, 2}}))
                .hasMessage("runs \"loss\": expected 3 values in each run, one for each x, received 2");
        assertThatThrownBy(() -> Chart.of("").runs("loss", X, new double[0][]))
                .hasMessage("runs \"loss\": expected at least one run, received none");
    }
}
