package nursery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.search.EnsembleComparison;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import nursery.training.Callback;
import nursery.training.Checkpoints;
import nursery.training.Evaluation;
import nursery.training.History;
import nursery.training.ParameterAverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest {
    private static final Split DATA = TestData.blobs(3, 4, 60, 1).split(0.6, 0.2, 0.2);
    private static final Net NET = Net.input(4).dense(8).relu().dense(3).softmax();
    private static final Trainer TRAINER = Trainer.adam(1e-2).epochs(2);
    private static final Ensemble FIVE =
            Ensemble.of(5, seed -> TRAINER.seed(seed).fit(NET, DATA).model());

    @Test
    void predictions_are_the_mean_of_the_members_probabilities() {
        double[] expected = new double[3 * DATA.test().rows()];
        for (Ensemble.Member m : FIVE.members()) {
            double[] y = m.model().predict(DATA.test()).toDoubles();
            for (int i = 0; i < y.length; i++) {
                expected[i] += y[i] / 5;
            }
        }

        Tensor mean = FIVE.predict(DATA.test());

        assertThat(mean.toDoubles()).containsExactly(expected, within(1e-12));
        assertThat(IntStream.range(0, mean.rows())
                        .mapToDouble(row -> mean.rows(row, row + 1).sum()))
                .allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-6)));
    }

    @Test
    void loss_and_accuracy_are_those_of_the_mean() {
        Dataset test = DATA.test();
        Tensor mean = FIVE.predict(test);
        double loss = 0;
        int right = 0;
        for (int row = 0; row < test.rows(); row++) {
            loss -= Math.log(mean.get(row, test.label(row))) / test.rows();
            right += mean.argmax(row) == test.label(row) ? 1 : 0;
        }

        assertThat(FIVE.loss(test)).isCloseTo(loss, within(1e-12));
        assertThat(FIVE.accuracy(test)).isEqualTo((double) right / test.rows());
    }

    @Test
    void an_ensemble_of_one_predicts_as_its_member() {
        Model model = TRAINER.fit(NET, DATA).model();
        Ensemble one = Ensemble.of(model);

        assertThat(one.predict(DATA.test()).toDoubles())
                .containsExactly(model.predict(DATA.test()).toDoubles());
        assertThat(one.loss(DATA.test())).isCloseTo(model.loss(DATA.test()), within(1e-6));
        assertThat(one.accuracy(DATA.test())).isEqualTo(model.accuracy(DATA.test()));
    }

    @Test
    void the_loss_of_the_mean_is_at_most_the_mean_loss_of_the_members() { // Jensen: -ln is convex
        EnsembleComparison compared = FIVE.compare(DATA.test());

        assertThat(compared.ensemble().loss())
                .isLessThanOrEqualTo(compared.meanOfMembers().loss());
        assertThat(compared.ensemble().accuracy()).isEqualTo(FIVE.accuracy(DATA.test()));
        assertThat(compared.ensemble().loss()).isCloseTo(FIVE.loss(DATA.test()), within(1e-12));
    }

    @Test
    void a_comparison_shows_members_mean_and_ensemble_with_their_cost() {
        EnsembleComparison compared = FIVE.compare(DATA.test());

        assertThat(compared.table().columnNames())
                .containsExactly("member", "loss", "accuracy", "training_seconds", "prediction_seconds");
        assertThat(compared.table().stringColumn("member").asList())
                .containsExactly("seed 0", "seed 1", "seed 2", "seed 3", "seed 4", "mean of members", "ensemble of 5");
        double[] seconds = compared.table().doubleColumn("training_seconds").asDoubleArray();
        assertThat(seconds[6]).isCloseTo(5 * seconds[5], within(1e-9)).isPositive();
        assertThat(compared.toString().lines()).hasSize(8);
        assertThat(compared.plot().panels()).hasSize(2);
        assertThat(compared.plot().toString()).contains("ensemble so far", "member alone");
        assertThat(FIVE.toString()).contains("Ensemble of 5: seed 0", "passes 335 parameters"); // 5 (4·8+8+8·3+3)
    }

    @Test
    void a_comparison_of_the_first_members_is_that_of_the_ensemble_of_them() {
        List<EnsembleComparison.Member> compared = FIVE.compare(DATA.test()).members();
        Model[] two =
                FIVE.members().stream().limit(2).map(m -> (Model) m.model()).toArray(Model[]::new);

        assertThat(compared.get(0).alone()).isEqualTo(compared.get(0).together());
        assertThat(compared.get(1).together()).isEqualTo(Ensemble.of(two).evaluate(DATA.test()));
    }

    @Test
    void regression_averages_numbers() {
        Split curve = Data.of(
                        IntStream.range(0, 60)
                                .mapToObj(i -> new double[] {i / 30.0 - 1})
                                .toArray(double[][]::new),
                        IntStream.range(0, 60)
                                .mapToDouble(i -> Math.sin(i / 9.0))
                                .toArray())
                .split(0.7, 0.3, 0);
        Net net = Net.input(1).dense(8).tanh().dense(1).linear();
        Ensemble three =
                Ensemble.of(3, seed -> TRAINER.seed(seed).fit(net, curve).model());

        EnsembleComparison compared = three.compare(curve.validation());

        assertThat(compared.ensemble().loss())
                .isLessThanOrEqualTo(compared.meanOfMembers().loss());
        assertThat(compared.ensemble().accuracy()).isNaN();
        assertThat(compared.plot().panels()).hasSize(1);
        assertThat(three.top(1, curve.validation()).loss(curve.validation()))
                .isEqualTo(three.members().stream()
                        .mapToDouble(m -> Ensemble.of((Model) m.model()).loss(curve.validation()))
                        .min()
                        .orElseThrow());
    }

    @Test
    void trainings_with_other_optimizers_and_objectives_are_named_by_them() {
        Ensemble ensemble = Ensemble.of(
                Trainer.sgd(0.1).epochs(1).fit(NET, DATA),
                TRAINER.fit(NET.l2(1e-2), DATA),
                TRAINER.fit(scores(), DATA));

        assertThat(ensemble.members())
                .extracting(Ensemble.Member::name)
                .containsExactly("1 sgd 0.1", "2 adam 0.01", "3 adam 0.01");
        assertThat(ensemble.members()).allSatisfy(m -> assertThat(m.seconds()).isPositive());
        assertThat(ensemble.predict(DATA.test()).rows(0, 1).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void scores_pass_through_softmax_only_beside_probabilities() {
        Model svm = scores().init(1);
        Model softmax = NET.init(2);
        Tensor x = DATA.test().features().rows(0, 5);
        Tensor shares = svm.predict(x).to(Precision.FLOAT64).softmax();

        assertThat(Ensemble.of(svm, softmax).predict(x).toDoubles())
                .containsExactly(
                        shares.plus(softmax.predict(x).to(Precision.FLOAT64))
                                .times(0.5)
                                .toDoubles(),
                        within(1e-12));
        assertThat(Ensemble.of(svm).predict(x).toDoubles())
                .containsExactly(svm.predict(x).toDoubles());
        assertThat(Ensemble.of(svm, softmax).net()).isSameAs(NET);
    }

    private static Net scores() {
        return Net.input(4).dense(8).relu().dense(3).hinge();
    }

    @Test
    void the_top_members_are_those_with_the_highest_validation_accuracy() {
        List<History> found = Stream.of(1e-5, 1e-1, 1e-4, 1e-2)
                .map(rate -> Trainer.momentum(rate).epochs(3).fit(NET, DATA))
                .toList();

        Ensemble top = Ensemble.of(found).top(2, DATA.validation());

        double third = found.stream()
                .mapToDouble(h -> -h.model().accuracy(DATA.validation()))
                .sorted()
                .skip(2)
                .map(a -> -a)
                .findFirst()
                .orElseThrow();
        assertThat(top.members())
                .hasSize(2)
                .allSatisfy(
                        m -> assertThat(m.model().accuracy(DATA.validation())).isGreaterThanOrEqualTo(third));
        assertThat(top.members())
                .extracting(Ensemble.Member::name)
                .containsExactlyInAnyOrder("2 momentum 0.1", "4 momentum 0.01");
    }

    @Test
    void checkpoints_of_one_training_share_its_seconds() {
        History history = TRAINER.epochs(7).callback(Checkpoints.every(3)).fit(NET, DATA);

        Ensemble ensemble = Ensemble.checkpoints(history);

        assertThat(ensemble.members()).extracting(Ensemble.Member::name).containsExactly("epoch 3", "epoch 6");
        assertThat(ensemble.members().stream()
                        .mapToDouble(Ensemble.Member::seconds)
                        .sum())
                .isCloseTo(history.epochs().get(5).seconds(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_number_of_threads_changes_no_bit(int threads) {
        Split wide = TestData.blobs(4, 200, 150, 3).split(0.8, 0.1, 0.1);
        Net net = Net.input(200).dense(400).relu().dropout(0.5).dense(4).softmax();

        assertThat(bits(net, wide, threads)).containsExactly(bits(net, wide, 1));
    }

    private static double[] bits(Net net, Split data, int threads) {
        Trainer trainer = Trainer.adam(1e-3).epochs(1).threads(threads);
        Ensemble seeds = Ensemble.of(
                2, seed -> trainer.seed(seed).fit(net, data.bootstrap(seed)).model());
        History history = trainer.epochs(2)
                .callback(Checkpoints.every(1))
                .callback(ParameterAverage.ema(0.9))
                .fit(net, data);
        Ensemble masks = Ensemble.masks(history.averaged(), 2, 7);
        return Stream.of(seeds, Ensemble.checkpoints(history), masks)
                .flatMapToDouble(e ->
                        Arrays.stream(e.predict(data.test().features(), threads).toDoubles()))
                .toArray();
    }

    @Test
    void an_interrupt_keeps_the_members_that_are_finished() {
        Callback interrupt = new Callback() {
            @Override
            public Optional<String> afterStep(History history) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        };

        Ensemble ensemble = Ensemble.of(
                4,
                seed -> (seed == 2 ? TRAINER.callback(interrupt) : TRAINER)
                        .seed(seed)
                        .fit(NET, DATA)
                        .model());

        assertThat(ensemble.members()).extracting(Ensemble.Member::name).containsExactly("seed 0", "seed 1");
        assertThat(ensemble.interrupted()).isTrue();
        assertThat(ensemble.toString()).startsWith("Ensemble of 2 (interrupted): ");
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(() -> Ensemble.of(
                        4, seed -> TRAINER.callback(interrupt).fit(NET, DATA).model()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ensemble: interrupted before the first of 4 members was finished");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void members_are_kept_as_parameters_only() {
        Ensemble ensemble = Ensemble.of(TRAINER.fit(NET, DATA), TRAINER.seed(1).fit(NET, DATA));

        assertThat(numbers(ensemble, Collections.newSetFromMap(new IdentityHashMap<>())))
                .isEqualTo(2 * NET.parameterCount());
    }

    /** How many floats and doubles are reachable through lists and our own objects. */
    private static long numbers(Object from, Set<Object> seen) {
        if (from == null || !seen.add(from)) {
            return 0;
        } else if (from instanceof float[] floats) {
            return floats.length;
        } else if (from instanceof double[] doubles) {
            return doubles.length;
        } else if (from instanceof Iterable<?> all) {
            long sum = 0;
            for (Object each : all) {
                sum += numbers(each, seen);
            }
            return sum;
        } else if (!from.getClass().getName().startsWith("nursery.")) {
            return 0;
        }
        long sum = 0;
        for (Field field : from.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                try {
                    field.setAccessible(true);
                    sum += numbers(field.get(from), seen);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return sum;
    }

    @Test
    void the_mean_over_masks_comes_close_to_the_test_pass() {
        Net net = Net.input(4).dense(64).relu().dropout(0.5).dense(3).softmax();
        Model model = TRAINER.epochs(10).fit(net, DATA).model();
        Tensor test = model.predict(DATA.test());

        double few = distance(Ensemble.masks(model, 1, 3), test);
        double many = distance(Ensemble.masks(model, 400, 3), test);

        assertThat(many).isLessThan(0.06).isLessThan(few / 2); // softmax is not linear: no equality
        assertThat(Ensemble.masks(model, 400, 3).accuracy(DATA.test()))
                .isCloseTo(model.accuracy(DATA.test()), within(0.03));
    }

    @Test
    void the_scores_of_a_linear_net_have_the_test_pass_as_their_expectation() { // inverted dropout: E[mask / (1 -
        // p)] = 1
        Model model = Net.input(4).dropout(0.5).dense(3).linear().init(5, Precision.FLOAT64);
        Tensor test = model.predict(DATA.test());

        Tensor mean = Ensemble.masks(model, 4000, 3).predict(DATA.test());

        assertThat(mean.distance(test) / test.norm()).isLessThan(0.03);
    }

    private static double distance(Ensemble masks, Tensor test) { // root mean square
        return masks.predict(DATA.test()).distance(test.to(Precision.FLOAT64)) / Math.sqrt(test.size());
    }

    @Test
    void what_cannot_be_averaged_is_refused_in_a_sentence() {
        Model model = NET.init(1);
        Model sick = NET.init(1);
        sick.parameter("dense1.W").set(0, Double.NaN);

        assertThatThrownBy(() -> Ensemble.of(List.of()))
                .hasMessage("ensemble: expected at least one model, received none; 5 members are usual");
        assertThatThrownBy(() -> Ensemble.of(0, seed -> model))
                .hasMessage("ensemble: expected at least 1 member, received 0; 5 are usual");
        assertThatThrownBy(() -> Ensemble.of(1, seed -> null))
                .hasMessage("ensemble: expected a model from seed 0, received null; end the function in .model()");
        assertThatThrownBy(() -> Ensemble.of(2, seed -> sick))
                .hasMessage("ensemble: expected finite parameters, received NaN or infinity in member \"seed 0\";"
                        + " its training diverged: lower the learning rate, or leave it out");
        assertThatThrownBy(() -> Ensemble.of(model, sick)).hasMessageContaining("in member \"model 2\"");
        assertThatThrownBy(
                        () -> Ensemble.of(model, Net.input(4).dense(5).softmax().init(1)))
                .hasMessage("ensemble: expected members like the first, from [4] to [3], received member \"model 2\""
                        + " from [4] to [5]; combine nets for the same data");
        assertThatThrownBy(() -> Ensemble.of(
                        Net.input(4).dense(1).sigmoid().init(1),
                        Net.input(4).dense(1).linear().init(1)))
                .hasMessageStartingWith("ensemble: expected one kind of output");
        assertThatThrownBy(() -> FIVE.top(6, DATA.validation()))
                .hasMessage("top: expected a number from 1 to the 5 members, received 6; ask for fewer, or train more");
        assertThatThrownBy(() -> Ensemble.checkpoints(TRAINER.fit(NET, DATA)))
                .hasMessage("ensemble: expected a training with checkpoints, received one that kept none;"
                        + " train with trainer.callback(Checkpoints.every(1))");
        assertThatThrownBy(() -> Ensemble.masks(
                        Net.input(4).batchNorm().dense(3).softmax().init(1), 3, 1))
                .hasMessageContaining("leave out batch normalization");
        Dataset none = TestData.blobs(3, 4, 5, 1).split(1, 0, 0).test();
        assertThatThrownBy(() -> FIVE.accuracy(none))
                .hasMessageStartingWith("expected rows to evaluate, received none");
        assertThatThrownBy(() -> FIVE.compare(none)).hasMessageStartingWith("expected rows to evaluate, received none");
        assertThatThrownBy(() -> FIVE.predict(TestData.blobs(3, 5, 5, 1)))
                .hasMessageStartingWith("expected rows of 4 numbers for a net with input [4]");
    }

    @Test
    void outputs_are_judged_as_the_model_judges_them() {
        Net two = Net.input(4).dense(1).sigmoid();
        Split pair = TestData.blobs(2, 4, 60, 2).split(0.8, 0.2, 0);
        Model model = TRAINER.fit(two, pair).model();

        Evaluation own = model.evaluate(pair.validation());
        Evaluation ofOutputs = Ensemble.of(model).evaluate(pair.validation());

        assertThat(ofOutputs.accuracy()).isEqualTo(own.accuracy());
        assertThat(ofOutputs.loss()).isCloseTo(own.loss(), within(1e-6));
    }
}
