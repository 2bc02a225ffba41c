package nursery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.data.Split;
import nursery.optimizers.ReduceOnPlateau;
import nursery.training.Epoch;
import nursery.training.History;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("engine")
class TrainerTest {
    private final Split data = TestData.blobs(3, 6, 60, 2).split(0.8, 0.2, 0).standardize();
    private final Net net = Net.input(6).dense(8).relu().dense(3).softmax();

    static Stream<Trainer> trainers() {
        return Stream.of(
                Trainer.adagrad(0.1),
                Trainer.adadelta(1),
                Trainer.rmsprop(0.01),
                Trainer.adamW(0.01),
                Trainer.nadam(0.01),
                Trainer.adamax(0.01),
                Trainer.asgd(0.1),
                Trainer.rprop(0.01).batchSize(1000),
                Trainer.sparseAdam(0.01),
                Trainer.lbfgs(1).batchSize(1000).epochs(5),
                Trainer.momentum(0.1).clipNorm(0.5).clipValue(0.2));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void every_optimizer_learns_with_the_same_bits_for_any_number_of_threads(Trainer trainer) {
        Net penalized = net.elasticNet(1e-4, 1e-4).maxNorm(3);
        History history = trainer.threads(1).fit(penalized, data);
        History again = trainer.threads(3).fit(penalized, data);

        assertThat(history.lastEpoch().trainLoss()).isLessThan(0.6 * history.stepLosses()[0]);
        assertThat(again.stepCosts()).containsExactly(history.stepCosts());
        assertThat(again.model().parameter("dense1.W").toDoubles())
                .containsExactly(history.model().parameter("dense1.W").toDoubles());
    }

    @Test
    void frozen_parameters_do_not_change_a_bit_and_count_in_no_penalty() {
        Model start = net.l2(0.1).init(1);

        History history =
                Trainer.momentum(0.1).epochs(3).freeze("dense1", "dense2.b").fit(start, data);

        for (String frozen : List.of("dense1.W", "dense1.b", "dense2.b")) {
            assertThat(history.model().parameter(frozen).toDoubles())
                    .containsExactly(start.parameter(frozen).toDoubles());
        }
        assertThat(history.model().parameter("dense2.W").toDoubles())
                .isNotEqualTo(start.parameter("dense2.W").toDoubles());
        double penalty = 0.05 * Math.pow(start.parameter("dense2.W").norm(), 2);
        assertThat(history.stepCosts()[0] - history.stepLosses()[0]).isCloseTo(penalty, within(1e-9));
        assertThat(history.updateRatios().weights()).containsExactly("dense2.W");
    }

    @Test
    void a_training_of_biases_alone_can_be_looked_at() {
        History history =
                Trainer.sgd(0.1).freeze("dense1.W", "dense2.W").epochs(2).fit(net, data);

        assertThat(history.updateRatios().weights()).isEmpty();
        assertThat(history.lastEpoch().updateRatio()).isNaN();
        assertThat(history.plot().html()).isNotEmpty();
        assertThat(history.diagnose().toString()).isNotEmpty();
    }

    @Test
    void sparse_adam_leaves_the_weights_of_an_input_that_is_always_0() {
        double[][] rows = IntStream.range(0, 40)
                .mapToObj(i -> new double[] {i % 7 - 3, 0, i % 5 - 2})
                .toArray(double[][]::new);
        int[] labels = IntStream.range(0, 40).map(i -> i % 2).toArray();
        Model start = Net.input(3).dense(4).relu().dense(2).softmax().init(1);

        Model trained = Trainer.sparseAdam(0.01)
                .fit(start, Data.of(rows, labels).split(1, 0, 0))
                .model();

        assertThat(trained.parameter("dense1.W").rows(1, 2).toDoubles())
                .containsExactly(start.parameter("dense1.W").rows(1, 2).toDoubles());
        assertThat(trained.parameter("dense1.W").rows(0, 1).toDoubles())
                .isNotEqualTo(start.parameter("dense1.W").rows(0, 1).toDoubles());
    }

    @Test
    void lbfgs_moves_only_what_is_not_frozen() {
        Model start = net.init(1);

        History history = Trainer.lbfgs(1).batchSize(1000).freeze("dense1").fit(start, data);

        assertThat(history.model().parameter("dense1.W").toDoubles())
                .containsExactly(start.parameter("dense1.W").toDoubles());
        assertThat(history.lastEpoch().trainLoss()).isLessThan(0.5 * history.stepLosses()[0]);
        assertThatThrownBy(() -> Trainer.lbfgs(1).rateFactor("dense1", 0.1).fit(net, data))
                .hasMessage(
                        "lbfgs(10): expected one rate for all parameters, received a rateFactor; leave it out, or freeze layers");
    }

    @Test
    void lbfgs_lowers_the_cost_at_every_step_of_a_full_batch() {
        double[] costs = Trainer.lbfgs(1)
                .batchSize(1000)
                .epochs(12)
                .fit(net.l2(1e-3), data)
                .stepCosts();

        assertThat(IntStream.range(1, costs.length)).allMatch(i -> costs[i] < costs[i - 1]);
    }

    @Test
    void a_group_that_holds_nothing_is_answered_with_the_names_there_are() {
        assertThatThrownBy(() -> Trainer.sgd(0.1).freeze("dens1").fit(net, data))
                .hasMessage(
                        "expected the name of a layer or a parameter, one of [dense1.W, dense1.b, dense2.W, dense2.b];"
                                + " received \"dens1\"");
        assertThatThrownBy(() -> Trainer.sgd(0.1).freeze("dense1", "dense2").fit(net, data))
                .hasMessage(
                        "expected a parameter to train, received a net with all of them frozen; freeze fewer layers");
        assertThatThrownBy(() -> Trainer.sgd(0.1).rateFactor("dense1", -1))
                .hasMessage("rate of \"dense1\": expected a factor of at least 0, received -1.0; 1 changes nothing");
        assertThatThrownBy(() -> Trainer.sgd(0.1).penaltyFactor("dense1", Double.NaN))
                .hasMessageStartingWith("penalty of \"dense1\": expected a factor");
    }

    @Test
    void limits_that_cannot_be_right_are_answered_with_a_sentence() {
        assertThatThrownBy(() -> Trainer.sgd(0.1).clipNorm(0))
                .hasMessage("clipNorm: expected a limit above 0, received 0.0; 1.0 is usual");
        assertThatThrownBy(() -> Trainer.sgd(0.1).clipValue(-1))
                .hasMessage("clipValue: expected a limit above 0, received -1.0; 0.5 is usual");
        assertThatThrownBy(() -> net.l1(-1)).hasMessage("l1: expected a strength of at least 0, received -1.0");
        assertThatThrownBy(() -> net.maxNorm(0))
                .hasMessage("maxNorm: expected a norm above 0, received 0.0; 3 or 4 is usual");
    }

    @Test
    void the_weights_into_each_unit_and_filter_stay_within_the_largest_norm() {
        Net images = Net.input(1, 6, 6)
                .conv(3, 3)
                .relu()
                .flatten()
                .dense(3)
                .softmax()
                .maxNorm(0.3);
        Split pictures = TestData.blobs(3, 36, 20, 2).split(1, 0, 0);
        Model trained = Trainer.sgd(0.5).epochs(2).fit(images, pictures).model();
        double[] filters = trained.parameter("conv1.W").toDoubles();
        double[] units = trained.parameter("dense1.W").toDoubles();

        for (int unit = 0; unit < 3; unit++) {
            int at = unit;
            double filter = IntStream.range(9 * unit, 9 * unit + 9)
                    .mapToDouble(i -> filters[i] * filters[i])
                    .sum();
            double column = IntStream.range(0, units.length)
                    .filter(i -> i % 3 == at)
                    .mapToDouble(i -> units[i] * units[i])
                    .sum();
            assertThat(Math.sqrt(filter)).isLessThan(0.3 + 1e-6);
            assertThat(Math.sqrt(column)).isLessThan(0.3 + 1e-6).isGreaterThan(0.1);
        }
        assertThat(Arrays.stream(filters).map(w -> w * w).sum()).isCloseTo(3 * 0.09, within(1e-5));
    }

    @Test
    void an_l1_penalty_leaves_more_weights_near_zero() {
        Model plain = Trainer.adam(0.01).epochs(30).fit(net, data).model();
        Model sparse = Trainer.adam(0.01).epochs(30).fit(net.l1(0.03), data).model();

        assertThat(small(sparse)).isGreaterThan(2 * small(plain) + 5);
    }

    private static long small(Model model) {
        return Arrays.stream(model.parameter("dense1.W").toDoubles())
                .filter(w -> Math.abs(w) < 0.02)
                .count();
    }

    @Test
    void asgd_keeps_the_average_of_its_parameters() {
        double[] sum = new double[3];
        History history = Trainer.asgd(0.1)
                .epochs(4)
                .callback(new nursery.training.Callback() {
                    @Override
                    public java.util.Optional<String> afterStep(History h) {
                        double[] b = h.model().parameter("dense2.b").toDoubles();
                        for (int i = 0; i < 3 && h.steps() > 1; i++) {
                            sum[i] += b[i];
                        }
                        return java.util.Optional.empty();
                    }
                })
                .fit(net, data);
        int averaged = history.steps() - 1; // the second average replaces the first

        assertThat(history.averaged().parameter("dense2.b").toDoubles())
                .containsExactly(Arrays.stream(sum).map(s -> s / averaged).toArray(), within(1e-6));
        assertThatThrownBy(() -> Trainer.sgd(0.1).epochs(1).fit(net, data).averaged())
                .hasMessage("expected an optimizer that averages, found sgd(); train with Trainer.asgd(1e-2), or with"
                        + " callback(ParameterAverage.ema(0.999))");
    }

    @Test
    void a_plateau_of_the_validation_loss_lowers_the_rate_of_this_run_only() {
        Trainer trainer = Trainer.sgd(1e-12).epochs(6).schedule(new ReduceOnPlateau(0.5, 1, 1e-4));

        for (int run = 0; run < 2; run++) {
            assertThat(trainer.fit(net, data).epochs().stream().map(Epoch::learningRate))
                    .containsExactly(1e-12, 1e-12, 1e-12, 5e-13, 5e-13, 2.5e-13);
        }
    }

    @Test
    void a_sweep_keeps_groups_and_clipping() {
        Trainer trainer = Trainer.sgd(0.1).freeze("dense2").clipNorm(1e-9);

        assertThat(trainer.sweep(net, data, 1e-3, 1e-1, 3).trials())
                .allMatch(t -> Math.abs(t.lastLoss() - t.firstLoss()) < 0.2);
    }
}
