package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nursery.Model;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.tensor.Precision;
import org.junit.jupiter.api.Test;

/** Averages against the same sums over all the parameters that a training went through, in float64. */
class ParameterAverageTest {
    private final Split data = TestData.blobs(3, 4, 40, 1).split(0.8, 0.2, 0);
    private final Net net = Net.input(4).dense(6).batchNorm().relu().dense(3).softmax();
    private final Trainer trainer = Trainer.momentum(0.05).batchSize(10).epochs(4);
    private final Model start = net.init(3, Precision.FLOAT64);

    /** Keeps every parameter after every step. */
    private static final class Trail implements Callback {
        private final List<double[]> places = new ArrayList<>();

        @Override
        public Optional<String> afterStep(History history) {
            places.add(flat(history.model()));
            return Optional.empty();
        }
    }

    private static double[] flat(Model model) {
        return model.variables().stream()
                .flatMapToDouble(v -> Arrays.stream(v.value().toDoubles()))
                .toArray();
    }

    private static double[] mean(List<double[]> places) {
        double[] sum = new double[places.get(0).length];
        places.forEach(p -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += p[i] / places.size();
            }
        });
        return sum;
    }

    @Test
    void polyak_is_the_arithmetic_mean() {
        Trail trail = new Trail();

        History history =
                trainer.callback(trail).callback(ParameterAverage.polyak()).fit(start, data);

        assertThat(trail.places).hasSize(40);
        assertThat(flat(history.averaged())).containsExactly(mean(trail.places), within(1e-12));
    }

    @Test
    void a_later_start_leaves_out_the_steps_before() {
        Trail trail = new Trail();

        History history = trainer.callback(trail)
                .callback(ParameterAverage.polyak().from(1.5))
                .fit(start, data);

        assertThat(flat(history.averaged())).containsExactly(mean(trail.places.subList(15, 40)), within(1e-12));
    }

    @Test
    void ema_weighs_each_step_before_by_beta() {
        Trail trail = new Trail();

        History history = trainer.callback(trail)
                .callback(ParameterAverage.ema(0.8).from(1))
                .fit(start, data);

        List<double[]> places = trail.places.subList(10, 40);
        double[] expected = new double[places.get(0).length];
        for (int t = 0; t < places.size(); t++) { // β^(T - t) (1 - β) w_t, and β^T of the first
            double weight = Math.pow(0.8, places.size() - 1.0 - t) * (t == 0 ? 1 : 0.2);
            for (int i = 0; i < expected.length; i++) {
                expected[i] += weight * places.get(t)[i];
            }
        }
        assertThat(flat(history.averaged())).containsExactly(expected, within(1e-12));
    }

    @Test
    void beta_0_and_a_start_after_the_end_give_the_parameters_themselves() {
        for (ParameterAverage average :
                List.of(ParameterAverage.ema(0), ParameterAverage.polyak().from(10))) {
            History history = trainer.callback(average).fit(start, data);

            assertThat(flat(history.averaged())).containsExactly(flat(history.model()));
        }
    }

    @Test
    void averaging_changes_nothing_in_the_training() {
        assertThat(flat(trainer.callback(ParameterAverage.polyak())
                        .fit(start, data)
                        .model()))
                .containsExactly(flat(trainer.fit(start, data).model()));
    }

    @Test
    void the_step_at_which_max_steps_stops_counts() {
        Trail trail = new Trail();

        History history = trainer.maxSteps(7)
                .callback(trail)
                .callback(ParameterAverage.polyak())
                .fit(start, data);

        assertThat(trail.places).hasSize(7);
        assertThat(flat(history.averaged())).containsExactly(mean(trail.places), within(1e-12));
    }

    @Test
    void the_callback_comes_before_an_average_of_the_optimizer() {
        Trail trail = new Trail();

        History history = Trainer.asgd(0.05)
                .callback(trail)
                .callback(ParameterAverage.ema(0.5))
                .fit(start, data);

        List<double[]> places = trail.places;
        assertThat(flat(history.averaged())[0])
                .isNotCloseTo(mean(places)[0], within(1e-9))
                .isCloseTo(ema(places, 0.5), within(1e-12));
    }

    private static double ema(List<double[]> places, double beta) {
        double average = places.get(0)[0];
        for (double[] place : places) {
            average = beta * average + (1 - beta) * place[0];
        }
        return average;
    }

    @Test
    void bad_settings_and_a_training_without_an_average_are_told() {
        assertThatThrownBy(() -> ParameterAverage.ema(1))
                .hasMessage(
                        "ema: expected β from 0 to below 1, received 1.0; 0.999 is usual, less for a few hundred steps");
        assertThatThrownBy(() -> ParameterAverage.ema(Double.NaN)).hasMessageContaining("received NaN");
        assertThatThrownBy(() -> ParameterAverage.polyak().from(-1))
                .hasMessage("average: expected a start after at least 0 epochs, received -1.0; 0 averages all steps");
        assertThatThrownBy(() -> trainer.fit(start, data).averaged())
                .hasMessageContaining("callback(ParameterAverage.ema(0.999))");
    }
}
