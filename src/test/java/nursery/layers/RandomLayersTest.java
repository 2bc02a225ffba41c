package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers that draw at random in training, beside {@link Dropout}. */
class RandomLayersTest {
    private static final int N = 100_000;

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 0.8})
    void vanilla_dropout_has_the_expectation_of_training_in_evaluation(double rate) {
        LayerRun run = new LayerRun(new VanillaDropout(rate), Precision.FLOAT64, 100);
        double[] x = filled(N, 3);
        Tensor trained = run.forward(x, true);
        double mean = trained.mean();

        assertThat(Arrays.stream(trained.toDoubles())).allMatch(v -> v == 0 || v == 3);
        assertThat(mean).isCloseTo(3 * (1 - rate), within(3 * 3 * Math.sqrt(rate * (1 - rate) / N) + 1e-12));
        assertThat(run.forward(x, false).toDoubles()).containsOnly(3 * (1 - rate));
        assertThat(mean).isCloseTo(run.forward(x, false).mean(), within(0.01 * mean));
    }

    @Test
    void the_gradient_of_vanilla_dropout_passes_where_the_number_did() {
        LayerRun run = new LayerRun(new VanillaDropout(0.4), Precision.FLOAT32, 100);
        Tensor y = run.forward(filled(N, 1), true);

        assertThat(run.backward(y, filled(N, 1)).toDoubles()).containsExactly(y.toDoubles());
        assertThat(run.backward(run.forward(filled(N, 1), false), filled(N, 1)).toDoubles())
                .containsOnly((float) 0.6);
    }

    @Test
    void drop_connect_drops_the_given_share_of_weights() {
        int in = 300;
        int units = 400;
        double rate = 0.3;
        LayerRun run = new LayerRun(new DropConnect(units, rate), Precision.FLOAT64, in);
        run.set("W", filled(in * units, 1));
        double sigma = Math.sqrt(rate * (1 - rate) * in * units);

        Tensor y = run.forward(filled(in, 1), true); // 1 / (1 - rate) for each weight that is left
        run.backward(y, filled(units, 1));
        Tensor gradient = run.gradient("W");
        double kept = Arrays.stream(gradient.toDoubles()).filter(g -> g != 0).count();

        assertThat(kept).isCloseTo((1 - rate) * in * units, within(3 * sigma));
        assertThat(y.sum() * (1 - rate)).isCloseTo(kept, within(1e-6));
        assertThat(Arrays.stream(gradient.toDoubles())).allMatch(g -> g == 0 || g == 1 / (1 - rate));
    }

    @Test
    void drop_connect_uses_all_weights_in_evaluation() {
        LayerRun run = new LayerRun(new DropConnect(7, 0.5), Precision.FLOAT64, 30);
        LayerRun dense = new LayerRun(new Dense(7), Precision.FLOAT64, 30);
        dense.set("W", run.variable("W").toDoubles());
        double[] x = filled(30, 0.1);

        assertThat(run.forward(x, false).toDoubles())
                .containsExactly(dense.forward(x, false).toDoubles());
        assertThat(run.forward(x, true).toDoubles())
                .isNotEqualTo(run.forward(x, false).toDoubles());
    }

    @Test
    void rrelu_draws_a_slope_for_each_negative_number_and_takes_their_mean_in_evaluation() {
        LayerRun run = new LayerRun(new Rrelu(0.1, 0.4), Precision.FLOAT64, 100);
        double[] x = filled(N, -1);
        Tensor trained = run.forward(x, true);
        double sigma = 0.3 / Math.sqrt(12.0 * N);
        Set<Double> slopes = new TreeSet<>();
        Arrays.stream(trained.toDoubles()).forEach(slopes::add);

        assertThat(slopes).allMatch(y -> y <= -0.1 && y >= -0.4).hasSizeGreaterThan(N / 2);
        assertThat(trained.mean()).isCloseTo(-0.25, within(4 * sigma));
        assertThat(run.backward(trained, x).toDoubles()).containsExactly(trained.toDoubles());
        assertThat(run.forward(x, false).toDoubles()).containsOnly(-0.25);
        assertThat(run.forward(filled(100, 2), true).toDoubles()).containsOnly(2);
    }

    @Test
    void both_precisions_draw_the_same_slopes() {
        double[] x = filled(1000, -1);
        double[] single = new LayerRun(new Rrelu(), Precision.FLOAT32, 10)
                .forward(x, true)
                .toDoubles();
        double[] twice = new LayerRun(new Rrelu(), Precision.FLOAT64, 10)
                .forward(x, true)
                .toDoubles();

        assertThat(single).containsExactly(twice, within(1e-7));
    }
}
