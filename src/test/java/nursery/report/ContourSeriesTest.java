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

        assertThat(ends.length).isGreaterThan(40);
        for (int i = 0; i < ends.length; i += 2) {
            assertThat(Math.hypot(ends[i] - 50, ends[i + 1] - 50)).isBetween(24.5, 25.5);
        }
    }

    @Test
    void pieces_that_meet_are_one_line_open_or_closed() {
        double[][] slope = new double[20][20];
        double[][] bowl = new double[21][21];
        for (int row = 0; row < 20; row++) {
            Arrays.setAll(slope[row], column -> column + Math.sin(column));
        }
        for (int row = 0; row < 21; row++) {
            int r = row;
            Arrays.setAll(bowl[row], column -> Math.hypot(r - 10, column - 10));
        }
        var open = ContourLines.of(slope, 7.7);
        var closed = ContourLines.of(bowl, 5);

        assertThat(open).hasSize(1);
        assertThat(open.get(0)).as("its two ends, for it is straight").hasSize(2);
        assertThat(closed).hasSize(1);
        assertThat(closed.get(0).get(0))
                .isEqualTo(closed.get(0).get(closed.get(0).size() - 1));
        assertThat(ContourLines.of(bowl, 11))
                .as("four corners are left of the ring")
                .hasSize(4);
    }

    @Test
    void places_have_as_many_digits_as_one_can_see() {
        var trace = new ContourSeries(new double[][] {{0, 3}, {0, 3}}, new double[] {1}, UNIT, UNIT)
                .traces(0)
                .get(0);

        assertThat(trace.trace().asJavascript(0)).contains("0.3333").doesNotContain("0.33333");
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
