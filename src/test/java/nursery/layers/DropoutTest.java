package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int N = 100_000;

    private static double[] ones() {
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.8, 1 - 1e-12})
    void drops_the_given_share_and_keeps_the_expectation(double rate) {
        LayerRun run = new LayerRun(new Dropout(rate), Precision.FLOAT64, 100);
        double[] y = run.forward(ones(), true).toDoubles();
        double sigma = Math.sqrt(rate * (1 - rate) * N);
        double dropped = Arrays.stream(y).filter(v -> v == 0).count();

        assertThat(dropped).isCloseTo(rate * N, within(3 * sigma + 1e-3));
        assertThat(Arrays.stream(y).filter(v -> v != 0)).allMatch(v -> v == 1 / (1 - rate));
        assertThat(Arrays.stream(y).sum()).isCloseTo(N, within(3 * sigma / (1 - rate) + 1e-3));
    }

    @Test
    void the_gradient_passes_where_the_number_did() {
        LayerRun run = new LayerRun(new Dropout(0.4), Precision.FLOAT32, 100);
        Tensor y = run.forward(ones(), true);

        assertThat(run.backward(y, ones()).toDoubles()).containsExactly(y.toDoubles());
    }

    @Test
    void both_precisions_drop_the_same_and_every_step_drops_others() {
        LayerRun single = new LayerRun(new Dropout(0.25), Precision.FLOAT32, 100);
        LayerRun twice = new LayerRun(new Dropout(0.25), Precision.FLOAT64, 100);
        double[] first = single.forward(ones(), true).toDoubles();

        assertThat(first).containsExactly(twice.forward(ones(), true).toDoubles(), within(1e-6));
        assertThat(single.forward(ones(), true).toDoubles()).isNotEqualTo(first);
    }

    @Test
    void neighbors_in_the_mask_are_independent() {
        double[] y = new LayerRun(new Dropout(0.5), Precision.FLOAT32, 100)
                .forward(ones(), true)
                .toDoubles();
        int equal = 0;
        for (int i = 1; i < N; i++) {
            equal += y[i] == y[i - 1] ? 1 : 0;
        }
        assertThat((double) equal).isCloseTo(0.5 * N, within(3 * Math.sqrt(0.25 * N)));
    }

    /** The ensemble of all masks: its mean is what evaluation computes in one pass. */
    @Test
    void the_mean_of_many_masks_is_the_pass_of_evaluation() {
        LayerRun run = new LayerRun(new Dropout(0.5), Precision.FLOAT64, 100);
        double[] x = new double[100];
        Arrays.setAll(x, i -> Math.sin(i));
        double[] sum = new double[100];
        for (int pass = 0; pass < 4000; pass++) {
            Tensor y = run.forward(x, true);
            for (int i = 0; i < 100; i++) {
                sum[i] += y.get(i) / 4000;
            }
        }
        assertThat(sum).containsExactly(run.forward(x, false).toDoubles(), within(4 / Math.sqrt(4000)));
    }

    @Test
    void evaluation_changes_nothing() {
        LayerRun run = new LayerRun(new Dropout(0.5), Precision.FLOAT32, 100);
        Tensor y = run.forward(ones(), false);

        assertThat(y.toDoubles()).containsExactly(ones());
        assertThat(run.backward(y, ones()).toDoubles()).containsExactly(ones());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void a_rate_is_a_probability_below_1(double rate) {
        assertThatThrownBy(() -> new Dropout(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dropout(rate): expected the probability of dropping a number, from 0 to below 1, received "
                        + rate + "; 0.5 is usual, and the lecture's p is 1 - rate");
    }
}
