package nursery.symptoms;

import static nursery.Nursery.constant;
import static nursery.Nursery.normal;
import static nursery.Nursery.zeros;
import static nursery.diagnosis.Mechanism.INITIALIZATION;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.diagnosis.Examination;
import nursery.diagnosis.Finding;
import nursery.initializers.Initializer;
import nursery.layers.Layer;
import nursery.layers.Pass;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the weights before the first step. */
class InitializationSymptomsTest {
    private static final Trainer TRAINER = Trainer.momentum(0.01).epochs(5);
    private static final Net DEEP = Net.input(4)
            .dense(50)
            .tanh()
            .dense(50)
            .tanh()
            .dense(50)
            .tanh()
            .dense(50)
            .tanh()
            .dense(3)
            .softmax();

    @Test
    void usual_weights_raise_nothing() {
        Trained.of(TRAINER, NET, BLOBS).silentAbout("D21", "D22", "D23", "D43", "D45");
        Trained.of(TRAINER, DEEP, BLOBS).silentAbout("D21", "D22", "D23", "D43", "D45");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void units_that_start_equal(double value) {
        Initializer equal = value == 0 ? zeros() : constant(value);

        Finding finding = Trained.of(TRAINER, NET.init(equal), BLOBS).finding("D21", CRITICAL);

        assertThat(finding.evidence().layer()).isEqualTo("dense1");
        assertThat(finding.evidence().text()).startsWith("all 30 units of dense1");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void activations_that_die_out_from_layer_to_layer() {
        Finding finding = Trained.of(Trainer.sgd(0.1).epochs(30), DEEP.init(normal(0.01)), BLOBS)
                .finding("D22");

        assertThat(finding.warns()).isTrue();
        assertThat(finding.evidence().value()).isGreaterThan(1000);
        assertThat(finding.evidence().threshold()).isEqualTo(10);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void large_weights_make_the_first_loss_high() {
        Net loud = Net.input(4).dense(100).relu().dense(100).relu().dense(3).softmax();

        Finding finding = Trained.of(Trainer.sgd(1e-3).epochs(5), loud.init(normal(10)), BLOBS)
                .finding("D23");

        assertThat(finding.warns()).isTrue();
        assertThat(finding.evidence().value()).isGreaterThan(4);
        assertThat(finding.evidence().threshold()).isEqualTo(1.25);
        assertThat(finding.evidence().step()).isEqualTo(1);
    }

    /** Negative weights for inputs from 0 to 1: no unit is ever active. */
    private static final Initializer NEGATIVE = (w, in, out, random) -> {
        for (int i = 0; i < w.size(); i++) {
            w.set(i, -random.nextDouble());
        }
    };

    @Test
    void units_that_are_born_dead() {
        Split positive = TestData.blobs(3, 4, 200, 3).split(0.7, 0.15, 0.15).minMax();

        Finding finding = Trained.of(Trainer.momentum(0.05).epochs(15), NET.init(NEGATIVE), positive)
                .finding("D43", CRITICAL);

        assertThat(finding.mechanism()).isEqualTo(INITIALIZATION);
        assertThat(finding.evidence().value()).isEqualTo(1);
        assertThat(finding.evidence().layer()).isEqualTo("2 relu()");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.9);
    }

    /** Takes 9 away, whatever the initialization. */
    private record Lowered() implements Layer {
        @Override
        public Shape outputShape(Shape in) {
            return in;
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x.map(v -> v - 9);
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            return dy;
        }
    }

    @Test
    void units_that_a_layer_of_ones_own_kills_are_woken_by_batch_norm() {
        Net lowered =
                Net.input(4).dense(30).layer(new Lowered()).relu().dense(3).softmax();

        Finding finding =
                Trained.of(Trainer.momentum(0.05).epochs(15), lowered, BLOBS).finding("D43", CRITICAL);

        assertThat(finding.mechanism()).isEqualTo(INITIALIZATION);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void channels_that_are_born_dead() {
        Split digits = nursery.Data.digits(300, 2).split(0.7, 0.3, 0);
        Net net = Net.input(1, 28, 28)
                .conv(4, 5)
                .relu()
                .maxPool(4)
                .flatten()
                .dense(10)
                .softmax();

        Finding finding = Trained.of(Trainer.momentum(0.05).epochs(3), net.init(NEGATIVE), digits)
                .finding("D44", CRITICAL);

        assertThat(finding.evidence().text()).startsWith("4 of 4 units");
    }

    @Test
    void units_that_are_born_saturated() {
        Net net = Net.input(4).dense(50).tanh().dense(50).tanh().dense(3).softmax();
        var history = Trainer.sgd(1e-3).epochs(5).fit(net.init(normal(20)), BLOBS);

        Finding finding = new Examination(List.of(new Saturation()), 0)
                .of(history)
                .findings()
                .get(0);

        assertThat(finding.id()).isEqualTo("D45");
        assertThat(finding.warns()).isTrue();
        assertThat(finding.mechanism()).isEqualTo(INITIALIZATION);
        assertThat(finding.evidence().value()).isGreaterThan(0.8);
        assertThat(Trained.fixed(finding.fix(new nursery.diagnosis.Fix(
                                "and a usual rate",
                                finding.fix().orElseThrow().program(),
                                p -> p.with(p.trainer().learningRate(0.1)))))
                        .validationAccuracy())
                .isGreaterThan(0.95);
    }
}
