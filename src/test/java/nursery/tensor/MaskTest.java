package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskTest {

    @ParameterizedTest
    @EnumSource
    void draws_are_1_as_often_as_their_probability_says(Precision precision) {
        int rows = 40_000;
        double[] p = {0, 0.1, 0.5, 0.9, 1};
        Tensor probabilities = Tensor.zeros(Shape.of(rows, p.length), precision);
        for (int i = 0; i < probabilities.size(); i++) {
            probabilities.set(i, p[i % p.length]);
        }

        Tensor drawn = Mask.bernoulli(probabilities, 7);

        double[] ones = drawn.sumRows().toDoubles();
        assertThat(drawn.toDoubles()).containsOnly(0, 1);
        assertThat(ones[0]).isZero();
        assertThat(ones[4]).isEqualTo(rows);
        for (int j = 1; j < 4; j++) {
            assertThat(ones[j] / rows).isCloseTo(p[j], within(5 * Math.sqrt(p[j] * (1 - p[j]) / rows)));
        }
    }

    @Test
    void a_draw_depends_on_its_seed_and_place_alone() {
        Tensor half = Tensor.zeros(Shape.of(4, 50), Precision.FLOAT64);
        half.fill(0.5);

        double[] drawn = Mask.bernoulli(half, 7).toDoubles();

        assertThat(Mask.bernoulli(half.to(Precision.FLOAT32), 7).toDoubles()).containsExactly(drawn);
        assertThat(Mask.bernoulli(half, 8).toDoubles()).isNotEqualTo(drawn);
        assertThat(Mask.bernoulli(half.rows(2, 3), 7).toDoubles()).isEqualTo(Arrays.copyOf(drawn, 50));
    }
}
