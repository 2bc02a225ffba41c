package nursery.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import nursery.Data;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private final Dataset rows = Data.of(
            IntStream.range(0, 2000).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
            IntStream.range(0, 2000).mapToDouble(i -> 2 * i).toArray());

    @Test
    void draws_as_many_rows_of_which_63_percent_are_different() {
        Dataset sample = rows.bootstrap(7);

        assertThat(sample.rows()).isEqualTo(2000);
        double different =
                Arrays.stream(sample.features().toDoubles()).distinct().count() / 2000.0;
        assertThat(different).isCloseTo(1 - 1 / Math.E, within(0.03)); // 4 deviations
        assertThat(IntStream.range(0, 2000))
                .allMatch(i -> sample.targets().get(i) == 2 * sample.features().get(i));
    }

    @Test
    void the_seed_decides_and_other_parts_stay() {
        Split split = rows.split(0.8, 0.1, 0.1);

        assertThat(split.bootstrap(1).train().features().toDoubles())
                .containsExactly(split.bootstrap(1).train().features().toDoubles())
                .isNotEqualTo(split.bootstrap(2).train().features().toDoubles());
        assertThat(split.bootstrap(1).validation()).isSameAs(split.validation());
        assertThat(split.bootstrap(1).test()).isSameAs(split.test());
        assertThat(split.center().bootstrap(1).preprocessing()).hasSize(1);
    }
}
