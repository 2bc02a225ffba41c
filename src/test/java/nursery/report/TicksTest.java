package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import nursery.report.Ticks.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

    private static final Axis LOG = Axis.PLAIN.toLog();

    private static List<String> labels(Axis axis, double low, double high, boolean whole, int wanted) {
        return Ticks.of(new Scale(axis, low, high, whole, 0, 100), wanted).stream()
                .map(Tick::label)
                .toList();
    }

    @Test
    void a_linear_axis_has_multiples_of_1_2_or_5() {
        assertThat(labels(Axis.PLAIN, 0, 1, false, 5)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(Axis.PLAIN, -3, 12, false, 5)).containsExactly("0", "5", "10");
        assertThat(labels(Axis.PLAIN, 1e-7, 3e-7, false, 3)).containsExactly("1e-7", "2e-7", "3e-7");
        assertThat(labels(Axis.PLAIN, 1e6, 1.00002e6, false, 2)).containsExactly("1000000", "1000010", "1000020");
    }

    @Test
    void whole_numbers_are_not_divided() {
        assertThat(labels(Axis.PLAIN, 0.9, 3.1, true, 10)).containsExactly("1", "2", "3");
    }

    @Test
    void a_log_axis_has_decades_or_in_a_short_one_also_2_and_5() {
        assertThat(labels(LOG, 1e-6, 1, false, 7)).containsExactly("1e-6", "1e-5", "1e-4", "0.001", "0.01", "0.1", "1");
        assertThat(labels(LOG, 1e-6, 1, false, 3)).containsExactly("1e-6", "0.001", "1");
        assertThat(labels(LOG, 0.9, 6, false, 5)).containsExactly("1", "2", "5");
        assertThat(labels(LOG, 0.11, 9, false, 5)).containsExactly("0.2", "0.5", "1", "2", "5");
        assertThat(labels(LOG, 0.11, 9, false, 2)).containsExactly("0.5", "1", "5");
        assertThat(labels(LOG, 1.1, 99, false, 2)).containsExactly("5", "10", "50");
        assertThat(labels(LOG, 2.1, 2.4, false, 3)).containsExactly("2.1", "2.2", "2.3", "2.4");
    }

    @Test
    void categories_thin_out() {
        var axis = Axis.PLAIN.named(List.of("a", "b", "c", "d", "e", "f", "g"));
        assertThat(labels(axis, -0.5, 6.5, true, 5)).hasSize(7);
        assertThat(labels(axis, -0.5, 6.5, true, 2)).containsExactly("a", "c", "e", "g");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void labels_rise_lie_on_the_axis_differ_and_say_their_value(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            boolean log = random.nextBoolean();
            double low = Math.pow(10, random.nextDouble() * 30 - 15) * (log || random.nextBoolean() ? 1 : -1);
            double high = low + Math.abs(low) * Math.pow(10, random.nextDouble() * 8 - 4);
            int wanted = 2 + random.nextInt(8);
            var ticks = Ticks.of(new Scale(log ? LOG : Axis.PLAIN, low, high, false, 0, 1), wanted);

            assertThat(ticks).as("%s to %s", low, high).hasSizeLessThanOrEqualTo(2 * wanted + 5);
            assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
            assertThat(ticks).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
            double room = (high - low) * 1e-9 + Math.abs(high) * 1e-9;
            assertThat(ticks).allSatisfy(tick -> {
                assertThat(tick.value()).isBetween(low - room, high + room);
                assertThat(Double.parseDouble(tick.label())).isCloseTo(tick.value(), offset(room));
            });
        }
    }
}
