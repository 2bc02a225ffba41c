package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nursery.Data;
import org.junit.jupiter.api.Test;

/** Two heaps of six rows on a line: the five nearest of a row are the rest of its heap. */
class NeighborsTest {
    private static final double[][] ROWS = IntStream.range(0, 12)
            .mapToObj(i -> new double[] {i < 6 ? i : 100 + i})
            .toArray(double[][]::new);

    @Test
    void heaps_tell_their_classes() {
        int[] labels = IntStream.range(0, 12).map(i -> i / 6).toArray();

        Neighbors n = Neighbors.of(Data.of(ROWS, labels));

        assertThat(n.rows()).isEqualTo(12);
        assertThat(n.right()).isCloseTo(1, within(1e-12));
        assertThat(n.chance()).isCloseTo(0.5, within(1e-12));
        assertThat(n.deviationsAboveChance()).isCloseTo(0.5 / Math.sqrt(0.25 / 12), within(1e-9));
        assertThat(n.toString()).isEqualTo("1 right where chance gives 0.5");
    }

    @Test
    void one_wrong_label_is_outvoted() {
        int[] labels = IntStream.range(0, 12).map(i -> i == 0 ? 1 : i / 6).toArray();

        assertThat(Neighbors.of(Data.of(ROWS, labels)).right()).isCloseTo(11 / 12.0, within(1e-12));
    }

    @Test
    void heaps_tell_their_numbers() {
        double[] numbers =
                IntStream.range(0, 12).mapToDouble(i -> i < 6 ? -3 : 5).toArray();

        Neighbors n = Neighbors.of(Data.of(ROWS, numbers));

        assertThat(n.right()).isCloseTo(1, within(1e-6));
        assertThat(n.chance()).isZero();
        assertThat(n.deviationsAboveChance()).isCloseTo(Math.sqrt(12), within(1e-5));
    }
}
