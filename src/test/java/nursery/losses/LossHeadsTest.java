package nursery.losses;

import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.hinge;
import static nursery.Nursery.huber;
import static nursery.Nursery.meanSquaredError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Checklist;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Check;
import nursery.diagnosis.GradientCheck;
import nursery.diagnosis.GradientRow;
import nursery.diagnosis.Status;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.training.Baseline;
import nursery.training.Evaluation;
import nursery.training.History;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses behind the outputs of nets. */
class LossHeadsTest {
    private static final Split CLASSES = uneven().split(0.8, 0.1, 0.1).standardize();
    private static final Split NUMBERS = numbers().split(0.8, 0.1, 0.1).standardize();

    /** Three classes with 20, 60 and 120 rows. */
    private static Dataset uneven() {
        Dataset even = TestData.blobs(3, 5, 120, 2);
        int[] rows = IntStream.range(0, even.rows())
                .filter(row -> row < 60 || (row < 180 && even.label(row) > 0) || even.label(row) == 2)
                .toArray();
        return even.rows(rows);
    }

    private static Dataset numbers() {
        Tensor x = Tensor.zeros(Shape.of(100, 5), Precision.FLOAT64);
        x.fillNormal(Seed.of(1).with("x").generator(), 0, 1);
        Tensor t = Tensor.zeros(Shape.of(100, 2), Precision.FLOAT64);
        t.fillNormal(Seed.of(1).with("t").generator(), 0, 2);
        return Dataset.of(x, t);
    }

    private static Net body(int outputs) {
        return Net.input(5).dense(8).tanh().dense(outputs);
    }

    static Stream<Net> forClasses() {
        return Stream.of(
                body(3).softmax(),
                body(3).softmax().loss(crossEntropy().labelSmoothing(0.2)),
                body(3).softmax().loss(crossEntropy().classWeights(3, 1, 0.5)),
                body(3).softmax().loss(crossEntropy().classWeights(3, 0, 0.5).labelSmoothing(0.1)),
                body(3).sigmoid(),
                body(3).hinge(),
                body(3).loss(hinge(2)),
                body(3).loss(meanSquaredError()),
                body(3).softmax().loss(meanSquaredError()),
                body(3).sigmoid().loss(meanSquaredError()),
                body(3).softmax().loss(huber(0.3)),
                body(3).tanh().loss(hinge()),
                body(3).loss(huber()));
    }

    static Stream<Net> forNumbers() {
        return Stream.of(
                body(2).linear(),
                body(2).loss(huber()),
                body(2).loss(huber(0.5)),
                body(2).softplus().loss(meanSquaredError()),
                body(2).tanh().loss(huber()));
    }

    @ParameterizedTest
    @MethodSource({"forClasses", "forNumbers"})
    void gradients_are_those_of_the_loss(Net net) {
        GradientCheck check = GradientCheck.of(net, data(net));

        assertThat(check.rows())
                .extracting(GradientRow::status)
                .as(check.toString())
                .containsOnly(Status.PASS);
    }

    @ParameterizedTest
    @MethodSource({"forClasses", "forNumbers"})
    void a_fresh_net_has_the_loss_that_is_expected(Net net) {
        Dataset rows = data(net).train();

        assertThat(Evaluation.of(net.init(5), rows).loss())
                .as(net.toString())
                .isCloseTo(Baseline.ignorant(net, rows), within(0.05 * Baseline.ignorant(net, rows)));
    }

    private static Split data(Net net) {
        return net.outputShape().size() == 3 ? CLASSES : NUMBERS;
    }

    @Test
    void expected_initial_losses_by_hand() {
        Tensor t = Tensor.of(new double[][] {{1, 0, 0, 0}, {0, 0, 0, 1}});
        double ln4 = Math.log(4);

        assertThat(crossEntropy().labelSmoothing(0.3).expectedInitial(t)).isCloseTo(ln4, within(1e-12));
        assertThat(crossEntropy().classWeights(1, 1, 1, 9).expectedInitial(t)).isCloseTo(ln4, within(1e-12));
        // 0.5 (1 + 9) + 0.5 · 2 (1 + 1 + 1 + 9) / 4 = 8, over the weights 1 + 9
        assertThat(crossEntropy().classWeights(1, 1, 1, 9).labelSmoothing(0.5).expectedInitial(t))
                .isCloseTo(0.8 * ln4, within(1e-12));
        assertThat(hinge(0.5).expectedInitial(t)).isEqualTo(1.5);
        assertThat(huber().expectedInitial(t)).isEqualTo(0.125);
        assertThat(huber(0.5).expectedInitial(t)).as("0.5 (1 - 0.25) / 4").isEqualTo(0.09375);
    }

    @Test
    void squared_error_behind_softmax_starts_from_equal_shares() {
        Check check = Checklist.initialLoss(body(3).softmax().loss(meanSquaredError()), CLASSES)
                .checks()
                .get(0);

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected()).as("(4 + 1 + 1) / 9 / 3").isEqualTo("about 0.2222");
    }

    @Test
    void the_checklist_says_when_head_and_loss_do_not_fit() {
        Check check = Checklist.initialLoss(body(3).sigmoid().loss(crossEntropy()), CLASSES)
                .checks()
                .get(0);

        assertThat(check.status()).isEqualTo(Status.WARN);
        assertThat(check.advice()).contains("crossEntropy() is meant for softmax()");
    }

    @Test
    void training_says_when_head_and_loss_do_not_fit() {
        History wrong = Trainer.sgd(0.1).fit(body(3).loss(crossEntropy()), CLASSES);
        History right = Trainer.sgd(1e30).epochs(9).fit(body(3).linear(), CLASSES);

        assertThat(wrong.stopReason())
                .contains(
                        "the loss became NaN at step 1, first in the loss; crossEntropy() is meant for softmax(): end the net in it, or take"
                                + " the loss that its last layer is meant for");
        assertThat(right.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .endsWith("; lower the learning rate, or look at the data and the initialization"));
    }

    @Test
    void weighted_losses_do_not_depend_on_how_rows_are_cut_into_batches() {
        Net net = body(2).softmax().loss(crossEntropy().classWeights(1, 20));
        Dataset data = TestData.blobs(2, 5, 300, 1);
        int[] sorted = IntStream.range(0, 600)
                .map(i -> i < 300 ? 2 * i : 2 * (i - 300) + 1)
                .toArray();
        Split ordered = data.split(1, 0, 0);

        assertThat(Evaluation.of(net.init(1), data.rows(sorted)).loss())
                .isCloseTo(Evaluation.of(net.init(1), data).loss(), within(1e-6));
        History whole = Trainer.sgd(1e-12).batchSize(600).epochs(1).fit(net, ordered);
        History parts = Trainer.sgd(1e-12).batchSize(7).epochs(1).fit(net, ordered);
        assertThat(parts.lastEpoch().trainLoss()).isCloseTo(whole.lastEpoch().trainLoss(), within(1e-6));
    }

    @Test
    void a_weight_lets_the_net_find_more_of_a_rare_class() {
        // 6 % of class 0 among overlapping clouds
        Dataset even = overlapping();
        Split data = even.split(0.7, 0, 0.3);
        Trainer trainer = Trainer.momentum(0.05).epochs(30).seed(1);
        Net net = Net.input(2).dense(2).softmax();

        double plain = recall(trainer.fit(net, data), data);
        double weighted = recall(trainer.fit(net.loss(crossEntropy().classWeights(15, 1)), data), data);

        assertThat(weighted).isGreaterThan(plain + 0.2);
    }

    private static Dataset overlapping() {
        var random = Seed.of(3).with("overlapping").generator();
        Tensor x = Tensor.zeros(Shape.of(800, 2), Precision.FLOAT32);
        x.fillNormal(random, 0, 1);
        int[] labels = new int[800];
        for (int i = 0; i < 800; i++) {
            labels[i] = i % 16 == 0 ? 0 : 1;
            x.set(2 * i, x.get(2 * i) + 2 * labels[i]);
        }
        return Dataset.of(x, labels);
    }

    private static double recall(History history, Split data) {
        return history.model().confusion(data.test()).metrics().get(0).recall();
    }

    @Test
    void smoothing_keeps_the_net_from_being_too_sure() {
        Trainer trainer = Trainer.momentum(0.1).epochs(60).seed(1);
        Net net = body(3).softmax();

        Tensor sure = trainer.fit(net, CLASSES).model().predict(CLASSES.train());
        Tensor smooth = trainer.fit(net.loss(crossEntropy().labelSmoothing(0.3)), CLASSES)
                .model()
                .predict(CLASSES.train());

        assertThat(largest(sure)).isGreaterThan(0.98);
        assertThat(largest(smooth)).as("1 - 0.3 + 0.3 / 3").isCloseTo(0.8, within(0.08));
    }

    private static double largest(Tensor y) {
        double sum = 0;
        for (int row = 0; row < y.rows(); row++) {
            sum += y.get(row, y.argmax(row));
        }
        return sum / y.rows();
    }

    @Test
    void a_batch_without_weight_has_no_loss_and_moves_nothing() {
        Tensor z = Tensor.of(new double[][] {{3, -1}, {2, 5}});
        Tensor t = Tensor.of(new double[][] {{1, 0}, {1, 0}});
        Tensor dz = z.copy();

        assertThat(crossEntropy().classWeights(0, 1).labelSmoothing(0.1).ofScores(z, t, z.copy(), dz))
                .isZero();
        assertThat(dz.toDoubles()).containsOnly(0);
    }

    @Test
    void options_read_as_they_are_written() {
        assertThat(crossEntropy()).hasToString("crossEntropy()").isEqualTo(new CrossEntropy());
        assertThat(crossEntropy().classWeights(1, 5).labelSmoothing(0.1))
                .hasToString("crossEntropy().classWeights(1.0, 5.0).labelSmoothing(0.1)")
                .isEqualTo(new CrossEntropy(List.of(1.0, 5.0), 0.1));
        assertThat(hinge()).hasToString("hinge()").isEqualTo(hinge(1));
        assertThat(hinge(0.5)).hasToString("hinge(0.5)");
        assertThat(huber()).hasToString("huber()").isEqualTo(huber(1));
        assertThat(huber(2)).hasToString("huber(2.0)");
    }

    @Test
    void bad_numbers_are_one_sentence() {
        requireMessage(
                () -> crossEntropy().classWeights(1, -2),
                "classWeights: expected finite numbers of at least 0, received -2.0; 1 is a class's usual weight");
        requireMessage(
                () -> crossEntropy().classWeights(1, Double.NaN),
                "classWeights: expected finite numbers of at least 0, received NaN; 1 is a class's usual weight");
        requireMessage(
                () -> crossEntropy().classWeights(0, 0),
                "classWeights: expected a weight above 0, received [0.0, 0.0]; 1 is a class's usual weight");
        for (double share : new double[] {-0.1, 1, Double.NaN}) {
            requireMessage(
                    () -> crossEntropy().labelSmoothing(share),
                    "labelSmoothing: expected a share from 0 to below 1, received " + share + "; 0.1 is usual");
        }
        for (double number : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            requireMessage(
                    () -> hinge(number),
                    "hinge: expected a finite margin above 0, received " + number + "; 1 is usual");
            requireMessage(
                    () -> huber(number), "huber: expected a finite delta above 0, received " + number + "; 1 is usual");
        }
    }

    @Test
    void losses_that_make_no_sense_for_the_data_are_one_sentence() {
        requireMessage(
                () -> Trainer.sgd(0.1).fit(body(3).softmax().loss(crossEntropy().classWeights(1, 2)), CLASSES),
                "classWeights: expected 3 weights for 3 classes, received 2; give one for each class, in their order");
        Split two = TestData.blobs(2, 5, 20, 1).split(1, 0, 0);
        for (Net net :
                List.of(body(1).softmax(), body(1).hinge(), body(1).sigmoid().loss(crossEntropy()))) {
            requireMessage(
                    () -> Trainer.sgd(0.1).fit(net, two),
                    net.loss()
                            + ": expected an output for each of at least 2 classes, received 1 output; end the net in"
                            + " dense(1).sigmoid() for one of two classes, in .linear() for numbers");
        }
        for (Net net : List.of(body(2).softmax(), body(2).hinge(), body(2).sigmoid())) {
            assertThatThrownBy(() -> Trainer.sgd(0.1).fit(net, NUMBERS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(net.loss() + ": expected targets from 0 to 1, such as classes, received ")
                    .hasMessageEndingWith("; use meanSquaredError() or huber() for numbers");
            assertThatThrownBy(() -> Checklist.initialLoss(net, NUMBERS)).hasMessageContaining("huber()");
        }
    }

    private static void requireMessage(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
