package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.traces.ScatterTrace;

class ContourSeriesTest {
    private static final Extent UNIT = new Extent(0, 1);

    /** The path that is drawn at the level 0.25, on a plane of 100 x 100 pixels. */
    private static String path(double[][] z, double... levels) {
        var plane =
                new SvgPlane(new Scale(Axis.PLAIN, 0, 1, false, 0, 100), new Scale(Axis.PLAIN, 0, 1, false, 100, 0));
        new ContourSeries(z, levels, UNIT, UNIT).draw(plane, 0);
        return plane.toString().split("\"", -1)[1];
    }

    @Test
    void a_slope_has_a_straight_line() {
        assertThat(path(new double[][] {{0, 1}, {0, 1}}, 0.25)).isEqualTo("M25 100L25 0");
        assertThat(path(new double[][] {{0, 0}, {1, 1}}, 0.25)).isEqualTo("M100 75L0 75");
    }

    @Test
    void a_peak_is_cut_off_and_a_saddle_has_two_pieces() {
        assertThat(path(new double[][] {{1, 0}, {0, 0}}, 0.5)).isEqualTo("M50 100L0 50");
        assertThat(path(new double[][] {{1, 0}, {0, 1}}, 0.5).split("M", -1)).hasSize(3);
    }

    @Test
    void what_is_not_finite_or_out_of_reach_has_no_line() {
        assertThat(path(new double[][] {{0, Double.NaN}, {Double.NaN, Double.POSITIVE_INFINITY}}, 0.5))
                .isEmpty();
        assertThat(path(new double[][] {{0, 1}, {0, 1}}, 2)).isEmpty();
    }

    @Test
    void a_circle_is_round() {
        double[][] z = new double[41][41];
        for (int row = 0; row < 41; row++) {
            for (int column = 0; column < 41; column++) {
                z[row][column] = Math.hypot(row / 20.0 - 1, column / 20.0 - 1);
            }
        }
        double[] ends = Arrays.stream(path(z, 0.5).split("[ML ]", -1))
                .filter(s -> !s.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(ends.length).isGreaterThan(200);
        for (int i = 0; i < ends.length; i += 2) {
            assertThat(Math.hypot(ends[i] - 50, ends[i + 1] - 50)).isBetween(24.5, 25.5);
        }
    }

    @Test
    void it_says_what_it_shows_and_plotly_draws_it_too() {
        var series = new ContourSeries(new double[][] {{0, 1}, {0, 1}}, new double[] {0.25, 0.5}, UNIT, UNIT);

        assertThat(series.summary()).isEqualTo("2 contours, 0.25 to 0.5");
        assertThat(new ContourSeries(new double[][] {{0}}, new double[0], UNIT, UNIT).summary())
                .isEqualTo("no contours");
        assertThat(series.traces(0).get(0).trace()).isInstanceOf(ScatterTrace.class);
        assertThatThrownBy(() -> new ContourSeries(new double[][] {{0}, {0, 1}}, new double[0], UNIT, UNIT))
                .hasMessage("contours: expected rows of one length, received 1 and 2");
    }
}
