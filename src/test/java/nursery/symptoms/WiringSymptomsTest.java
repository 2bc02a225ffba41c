package nursery.symptoms;

import static nursery.Nursery.binaryCrossEntropy;
import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.meanSquaredError;
import static nursery.Nursery.softmax;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.CURVE;
import static nursery.symptoms.Trained.MOONS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nursery.Data;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.activations.Activation;
import nursery.data.Split;
import nursery.diagnosis.Finding;
import nursery.layers.Layer;
import nursery.layers.Pass;
import nursery.losses.CrossEntropy;
import nursery.losses.Loss;
import nursery.optimizers.Optimizer;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.training.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of layers, head, loss and gradients. */
class WiringSymptomsTest {
    private static final Trainer TRAINER = Trainer.momentum(0.01).epochs(5);
    private static final Net HIDDEN = Net.input(4).dense(30).relu();

    @Test
    void a_sound_net_raises_nothing() {
        Trained.of(TRAINER, NET.l2(1e-3), BLOBS)
                .silentAbout("D11", "D12", "D13", "D14", "D15", "D16", "D17", "D24", "D25", "D26", "D27", "D38", "D54");
    }

    @Test
    void softmax_twice() {
        Trained t = Trained.of(TRAINER, NET.activation(softmax()), BLOBS);

        Finding finding = t.finding("D12", CRITICAL);

        assertThat(finding.evidence().layer()).isEqualTo("layer 5, softmax()");
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.5 * t.end().validationLoss());
    }

    @Test
    void cross_entropy_of_raw_scores() {
        Trained t = Trained.of(TRAINER, HIDDEN.dense(3).loss(crossEntropy()), BLOBS);

        Finding finding = t.finding("D11", CRITICAL);

        assertThat(finding.evidence().text()).contains("crossEntropy()").contains("dense(3)");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void an_activation_function_before_the_head() {
        Trained t = Trained.of(TRAINER, HIDDEN.dense(3).relu().softmax(), BLOBS);

        Finding finding = t.finding("D11", WARN);

        assertThat(finding.evidence().text()).startsWith("layer 4, relu()");
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(t.end().validationLoss());
    }

    @Test
    void outputs_that_cannot_reach_the_numbers() {
        Net squeezed = Net.input(2).dense(64).relu().dense(1).sigmoid().loss(meanSquaredError());

        Trained t = Trained.of(Trainer.momentum(0.01).epochs(40), squeezed, CURVE);
        Finding finding = t.finding("D11", CRITICAL);

        assertThat(finding.evidence().text())
                .startsWith("sigmoid() gives numbers from ")
                .contains(" to 1, and ");
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.5 * t.end().validationLoss());
    }

    @Test
    void softmax_between_layers() {
        Trained t = Trained.of(
                TRAINER, Net.input(4).dense(30).activation(softmax()).dense(3).softmax(), BLOBS);

        Finding finding = t.finding("D13", WARN);

        assertThat(finding.evidence().text()).startsWith("layer 2, softmax()");
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.5 * t.end().validationLoss());
    }

    @Test
    void softmax_of_a_single_output() {
        Net one = Net.input(2).dense(32).relu().dense(1).softmax().loss(binaryCrossEntropy());

        Finding finding = Trained.of(Trainer.adam(1e-2).epochs(20), one, MOONS).finding("D13");

        assertThat(finding.evidence().text()).contains("a single output");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.85);
    }

    @Test
    void a_sigmoid_of_a_single_output_is_fine() {
        Trained.of(
                        Trainer.adam(1e-2).epochs(20),
                        Net.input(2).dense(32).relu().dense(1).sigmoid(),
                        MOONS)
                .silentAbout("D11", "D12", "D13", "D15");
    }

    @Test
    void layers_without_an_activation_function() {
        Net linear = Net.input(2).dense(32).dense(32).dense(2).softmax();

        Trained t = Trained.of(Trainer.adam(1e-2).epochs(30), linear, MOONS);
        Finding finding = t.finding("D14", WARN);

        assertThat(finding.evidence().layer()).isEqualTo("layer 1, dense(32)");
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.5 * t.end().validationLoss());
    }

    @Test
    void a_narrow_linear_layer_between_wide_ones_is_meant() {
        Net factored = Net.input(4).dense(2).dense(30).relu().dense(3).softmax();

        Trained.of(Trainer.momentum(0.01).epochs(15), factored, BLOBS).silentAbout("D14");
    }

    @Test
    void the_squared_error_of_classes() {
        Trained t = Trained.of(TRAINER, HIDDEN.dense(3).softmax().loss(meanSquaredError()), BLOBS);

        Finding finding = t.finding("D15", WARN);

        assertThat(finding.evidence().text()).isEqualTo("meanSquaredError() on 3 classes");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    /** The hinge loss of a class ±1, given numbers. */
    private static final Loss MARGIN = (y, t, dy) -> {
        double loss = 0;
        for (int i = 0; i < y.size(); i++) {
            double missing = 1 - t.get(i) * y.get(i);
            loss += Math.max(0, missing);
            dy.set(i, missing > 0 ? -t.get(i) / y.size() : 0);
        }
        return loss / y.size();
    };

    @Test
    void a_loss_that_does_not_fit_numbers() {
        Net margin = Trained.CURVE_NET.loss(MARGIN);

        Finding finding = Trained.of(Trainer.momentum(3e-3).epochs(40), margin, Trained.curve(1, 5))
                .finding("D15", CRITICAL);

        assertThat(finding.evidence().value())
                .isGreaterThanOrEqualTo(finding.evidence().threshold());
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(2);
    }

    @Test
    void dropout_on_the_output() {
        Trained t = Trained.of(TRAINER, HIDDEN.dense(3).dropout(0.5).softmax(), BLOBS);

        Finding finding = t.finding("D16", WARN);

        assertThat(finding.evidence().layer()).isEqualTo("layer 4, dropout(0.5)");
        assertThat(Trained.fixed(finding).trainLoss()).isLessThan(0.7 * t.end().trainLoss());
    }

    @Test
    void dropout_that_leaves_nothing() {
        Trained t = Trained.of(TRAINER, HIDDEN.dropout(0.95).dense(3).softmax(), BLOBS);

        Finding finding = t.finding("D16", WARN);

        assertThat(finding.evidence().value()).isEqualTo(0.95);
        assertThat(Trained.fixed(finding).trainLoss()).isLessThan(0.7 * t.end().trainLoss());
    }

    @Test
    void dropout_before_batch_normalization() {
        Net order =
                Net.input(4).dense(30).dropout(0.5).batchNorm().relu().dense(3).softmax();

        Trained t = Trained.of(TRAINER, order, BLOBS);
        Finding finding = t.finding("D17", WARN);

        assertThat(finding.evidence().layer()).isEqualTo("layer 2, dropout(0.5)");
        assertThat(finding.fix().orElseThrow().program().net().layers()).hasSize(5);
        assertThat(Trained.fixed(finding).trainLoss()).isLessThan(t.end().trainLoss());
    }

    @Test
    void dropout_behind_hidden_layers_is_fine() {
        Trained.of(
                        Trainer.momentum(0.01).epochs(8),
                        Net.input(4)
                                .dense(30)
                                .batchNorm()
                                .relu()
                                .dropout(0.5)
                                .dense(3)
                                .softmax(),
                        BLOBS)
                .silentAbout("D16", "D17");
    }

    private static Net own(double factor) {
        Activation square = Activation.of("own", x -> x * x * x / 3 + x, x -> factor * (x * x + 1));
        return Net.input(4).dense(30).activation(square).dense(3).softmax();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 0.5})
    void a_wrong_derivative_is_found_by_its_layer(double factor) {
        Finding finding =
                Trained.of(Trainer.sgd(0.01).epochs(5), own(factor), BLOBS).finding("D26", CRITICAL);

        assertThat(finding.evidence().layer()).startsWith("layer 2, ");
        assertThat(finding.evidence().value()).isCloseTo(Math.abs(1 - factor) / Math.max(1, factor), within(1e-3));
    }

    @Test
    void a_derivative_of_the_wrong_sign() {
        Finding finding =
                Trained.of(Trainer.sgd(0.01).epochs(5), own(-1), BLOBS).finding("D38", CRITICAL);

        assertThat(finding.evidence().layer()).startsWith("layer 2, ");
        assertThat(finding.evidence().value()).isCloseTo(2, within(1e-3));
    }

    @Test
    void a_right_derivative_is_fine() {
        Trained.of(Trainer.sgd(0.03).epochs(10), own(1), BLOBS).silentAbout("D26", "D38");
    }

    /** Cross-entropy with everything times numbers of one's own. */
    private record Scaled(double value, double gradient, boolean rows) implements Loss {
        @Override
        public double apply(Tensor y, Tensor t, Tensor dy) {
            return scaled(new CrossEntropy().apply(y, t, dy), t, dy);
        }

        @Override
        public Activation output() {
            return softmax();
        }

        @Override
        public double ofScores(Tensor z, Tensor t, Tensor y, Tensor dz) {
            return scaled(new CrossEntropy().ofScores(z, t, y, dz), t, dz);
        }

        private double scaled(double loss, Tensor t, Tensor dy) {
            double n = rows ? t.rows() : 1;
            dy.timesInPlace(gradient * n);
            return value * n * loss;
        }

        @Override
        public String toString() {
            return "scaled()";
        }
    }

    @Test
    void a_loss_whose_gradient_is_not_its_own() {
        Finding finding =
                Trained.of(TRAINER, NET.loss(new Scaled(1, 1.25, false)), BLOBS).finding("D26", CRITICAL);

        assertThat(finding.evidence().layer()).isEqualTo("scaled()");
        assertThat(finding.evidence().value()).isCloseTo(0.2, within(1e-3));
    }

    @Test
    void a_loss_of_ones_own_that_is_right_is_fine() {
        Trained.of(TRAINER, NET.loss(new Scaled(1, 1, false)), BLOBS).silentAbout("D25", "D26");
    }

    @Test
    void a_loss_that_is_summed() {
        Trained t = Trained.of(Trainer.momentum(0.05).epochs(5), NET.loss(new Scaled(1, 1, true)), BLOBS);

        Finding finding = t.finding("D25", WARN);

        assertThat(finding.evidence().value()).isCloseTo(2, within(0.01));
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    /** Something done to rows on their way. */
    private interface Step extends Layer {
        @Override
        default Shape outputShape(Shape in) {
            return in;
        }
    }

    /** x minus the mean of the batch. */
    private record Centers() implements Step {
        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x.minus(x.sumRows().times(1.0 / x.rows()));
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            return dy.minus(dy.sumRows().times(1.0 / dy.rows()));
        }
    }

    @Test
    void rows_that_mix() {
        Net mixed = Net.input(4).layer(new Centers()).dense(30).relu().dense(3).softmax();

        Finding finding = Trained.of(TRAINER, mixed, BLOBS).finding("D27", CRITICAL);

        assertThat(finding.evidence().text()).startsWith("alone and in a batch of 8 rows outputs differ by 0.");
        assertThat(finding.evidence().value()).isGreaterThan(finding.evidence().threshold());
    }

    /** x in training, -x in evaluation. */
    private record Turns() implements Step {
        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x.times(pass.training() ? 1 : -1);
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            return dy.copy();
        }
    }

    @Test
    void evaluation_that_differs_from_training() {
        Net turned = Net.input(4).dense(30).relu().layer(new Turns()).dense(3).softmax();

        Finding finding = Trained.of(TRAINER, turned, BLOBS).finding("D54", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(2);
        assertThat(finding.evidence().text()).contains("on the same 420 rows");
    }

    @Test
    void batch_normalization_evaluates_as_it_trains() {
        Trained.of(
                        Trainer.momentum(0.01).epochs(10),
                        Net.input(4).dense(30).batchNorm().relu().dense(3).softmax(),
                        BLOBS)
                .silentAbout("D27", "D54");
    }

    @Test
    void a_penalty_that_is_not_in_the_loss() {
        Trainer without = TRAINER.penaltyFactor("dense1", 0).penaltyFactor("dense2", 0);

        Finding finding = Trained.of(without, NET.l2(1e-2), BLOBS).finding("D24", WARN);

        assertThat(finding.evidence().value()).isZero();
        assertThat(finding.evidence().step()).isEqualTo(1);
        assertThat(Trained.of(
                                finding.fix().orElseThrow().program().trainer(),
                                finding.fix().orElseThrow().program().net(),
                                BLOBS)
                        .diagnosis()
                        .findings())
                .extracting(Finding::id)
                .doesNotContain("D24");
    }

    /** w += rate · g. */
    private static final Optimizer UP =
            (Tensor w, Tensor g, List<Tensor> slots, double rate, long step) -> w.addInPlace(rate, g);

    @Test
    void steps_that_go_uphill() {
        Finding finding = Trained.of(Trainer.of(UP).learningRate(0.01).epochs(5), NET, BLOBS)
                .finding("D38", CRITICAL);

        assertThat(finding.name()).isEqualTo("steps that go uphill");
        assertThat(finding.evidence().value()).isPositive();
        assertThat(finding.evidence().text()).contains("; with sgd() it falls: ", " is to blame");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    /** w -= rate · g. */
    private static final Optimizer DOWN =
            (Tensor w, Tensor g, List<Tensor> slots, double rate, long step) -> w.addInPlace(-rate, g);

    @Test
    void a_loss_that_rises_by_a_rate_too_high_goes_downhill_by_small_steps() {
        Trained t = Trained.of(Trainer.of(DOWN).learningRate(1e6).epochs(3), NET, BLOBS);

        assertThat(t.diagnosis().findings()).extracting(Finding::id).doesNotContain("D38");
        Trained.of(Trainer.of(DOWN).learningRate(0.1).epochs(5), NET, BLOBS).silentAbout("D38");
    }

    @Test
    void a_bottleneck() {
        Split digits = Data.digits(1500, 2).split(0.8, 0.2, 0).center();
        Trainer trainer = Trainer.adam(2e-3).batchSize(32).epochs(6);
        Net narrow = Net.input(784).dense(64).relu().dense(1).relu().dense(10).softmax();

        Finding finding = Trained.of(trainer, narrow, digits).finding("D17", WARN);

        assertThat(finding.name()).isEqualTo("bottleneck");
        assertThat(finding.evidence().text()).startsWith("layer 3, dense(1) for 10 classes; 40 units in place of");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.8);
        Trained.of(
                        trainer,
                        Net.input(784)
                                .dense(64)
                                .relu()
                                .dense(12)
                                .relu()
                                .dense(10)
                                .softmax(),
                        digits)
                .silentAbout("D17");
    }

    @Test
    void a_narrow_layer_that_is_wide_enough() {
        Trained.of(
                        Trainer.momentum(0.05).epochs(15),
                        Net.input(4).dense(30).tanh().dense(2).tanh().dense(3).softmax(),
                        BLOBS)
                .silentAbout("D17");
    }

    @Test
    void weights_that_were_drawn_and_never_moved() {
        Trainer frozen = Trainer.momentum(0.01).epochs(8).freeze("dense1");

        Finding finding = Trained.of(frozen, NET, BLOBS).finding("D30", WARN);

        assertThat(finding.evidence().text()).startsWith("dense1.W of 2 weights");
        assertThat(Trained.fixed(finding).trainLoss())
                .isLessThan(frozen.fit(NET, BLOBS).lastEpoch().trainLoss());
    }

    @Test
    void weights_that_another_training_has_learned_may_be_frozen() {
        Model learned = Trainer.momentum(0.01).epochs(8).fit(NET, BLOBS).model();

        History history = Trainer.momentum(0.01).epochs(8).freeze("dense1").fit(learned, BLOBS);

        new Trained(history, history.diagnose()).silentAbout("D30");
    }
}
