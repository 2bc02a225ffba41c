package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    @Test
    void a_short_series_is_drawn_as_it_is() {
        var points = new Points(new double[400], new double[400]);
        assertThat(points.forDrawing()).isSameAs(points);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 997, 5_000, 100_003})
    void a_long_series_keeps_its_extremes_ends_and_order(int size) {
        var random = new Random(size);
        double[] x = IntStream.range(0, size).asDoubleStream().toArray();
        double[] y = random.doubles(size).map(v -> v < 0.01 ? Double.NaN : v).toArray();
        var drawn = new Points(x, y).forDrawing();

        assertThat(drawn.size()).isLessThanOrEqualTo(602);
        assertThat(finite(drawn.y())).hasSizeLessThanOrEqualTo(402);
        assertThat(DoubleStream.of(finite(drawn.y())).min())
                .isEqualTo(DoubleStream.of(finite(y)).min());
        assertThat(DoubleStream.of(finite(drawn.y())).max())
                .isEqualTo(DoubleStream.of(finite(y)).max());
        assertThat(drawn.x()).isSorted().startsWith(0).endsWith(size - 1.0);
    }

    @Test
    void a_gap_stays_a_gap() {
        double[] y = new double[4_000];
        y[1_234] = Double.NaN;
        double[] x = IntStream.range(0, 4_000).asDoubleStream().toArray();

        assertThat(new Points(x, y).forDrawing().y()).contains(Double.NaN);
    }

    @Test
    void x_and_y_of_different_length_are_refused() {
        assertThatThrownBy(() -> Chart.of("").line("loss", new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a series needs as many x as y values, received 3 and 2");
    }
}
