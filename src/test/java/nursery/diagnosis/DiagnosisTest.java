package nursery.diagnosis;

import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.normal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.initializers.Constant;
import nursery.layers.Dense;
import nursery.layers.Layer;
import nursery.layers.Parameters;
import nursery.layers.Pass;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.training.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every finding on a training with its fault; silence on healthy ones. */
class DiagnosisTest {
    private static final Split BLOBS =
            TestData.blobs(3, 4, 200, 1).split(0.7, 0.15, 0.15).standardize();
    private static final Split SPIRAL = Data.spiral(3, 100, 231).split(0.8, 0.1, 0.1);
    private static final Split CURVE = Data.of(
                    IntStream.range(0, 300)
                            .mapToObj(i -> new double[] {i / 150.0 - 1, Math.cos(i)})
                            .toArray(double[][]::new),
                    IntStream.range(0, 300)
                            .mapToDouble(i -> 5 + 3 * Math.sin(i / 40.0) + Math.cos(i))
                            .toArray())
            .split(0.7, 0.15, 0.15)
            .standardize();
    private static final Net NET = Net.input(4).dense(30).relu().dense(3).softmax();
    private static final Net SPIRAL_NET =
            Net.input(2).dense(100).relu().dense(3).softmax();

    private static List<String> wrong(History history) {
        return history.diagnose().findings().stream()
                .filter(f -> f.severity() != Severity.INFO)
                .map(Finding::name)
                .toList();
    }

    static Stream<History> healthy() {
        return Stream.of(
                Trainer.momentum(0.01).epochs(5).fit(NET, BLOBS),
                Trainer.adam(3e-3).epochs(5).fit(NET, BLOBS),
                Trainer.sgd(0.1).epochs(5).fit(NET.l2(1e-3), BLOBS),
                Trainer.momentum(0.3).epochs(60).fit(SPIRAL_NET, SPIRAL),
                Trainer.sgd(1.0).epochs(100).fit(SPIRAL_NET, SPIRAL),
                Trainer.momentum(0.01)
                        .epochs(5)
                        .fit(Net.input(4).dense(30).tanh().dense(3).hinge(), BLOBS),
                Trainer.momentum(3e-3)
                        .epochs(40)
                        .fit(Net.input(2).dense(64).relu().dense(1).linear(), CURVE),
                Trainer.momentum(0.1).epochs(5).fit(NET, BLOBS.train().split(1, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_training_raises_no_warning(History history) {
        Diagnosis diagnosis = history.diagnose();

        assertThat(wrong(history)).isEmpty();
        assertThat(diagnosis.healthy()).isTrue();
        assertThat(diagnosis.toString()).startsWith("Nothing wrong found in ");
        assertThat(diagnosis.html()).contains("Nothing wrong found in ");
    }

    @Test
    void a_rate_of_a_million_diverges_and_the_step_is_told() {
        History history = Trainer.sgd(1e6).epochs(3).fit(NET, BLOBS);

        Finding finding = history.diagnose().findings().get(0);

        assertThat(finding.name()).isEqualTo("diverged");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.evidence().text()).contains("with learning rate 1000000");
        assertThat(finding.advice()).contains("lower the learning rate");
        assertThat(history.diagnose().healthy()).isFalse();
    }

    @Test
    void a_loss_that_is_no_number_is_found_at_its_step() {
        Split numbers = Data.of(new double[][] {{1e30}, {2e30}, {-1e30}, {3e30}}, new double[] {1, -1, 2, 0})
                .split(1, 0, 0);

        History history = Trainer.sgd(1e6).fit(Net.input(1).dense(1).linear(), numbers);

        assertThat(history.diagnose().findings().stream()
                        .filter(f -> f.name().equals("diverged"))
                        .findFirst()
                        .orElseThrow()
                        .evidence()
                        .text())
                .startsWith("the loss became ")
                .contains(" at step " + history.steps());
    }

    @Test
    void a_rate_of_a_millionth_does_not_move_the_loss() {
        History history = Trainer.sgd(1e-6).epochs(10).fit(NET, BLOBS);

        assertThat(wrong(history)).containsExactly("learning rate too low");
        assertThat(history.diagnose().toString()).contains("raise the learning rate");
    }

    @Test
    void a_rate_that_throws_the_weights_about_is_too_high_or_kills_units() {
        History history = Trainer.momentum(3).epochs(60).fit(SPIRAL_NET, SPIRAL);

        assertThat(wrong(history)).isNotEmpty().containsAnyOf("learning rate too high", "dead units", "diverged");
    }

    @Test
    void labels_that_do_not_depend_on_the_features_stand_still() {
        Dataset rows = TestData.blobs(3, 4, 2000, 1);
        int[] labels = Seed.of(9).generator().ints(rows.rows(), 0, 3).toArray();
        Split random = Dataset.of(rows.features(), labels).split(0.8, 0.1, 0.1).standardize();

        assertThat(wrong(Trainer.momentum(0.01).epochs(3).fit(NET, random)))
                .containsExactly("labels that do not belong to the rows");
    }

    /** A dense layer whose biases start far below the data. */
    private record Buried(int units) implements Layer {
        @Override
        public Shape outputShape(Shape in) {
            return new Dense(units).outputShape(in);
        }

        @Override
        public void parameters(Shape in, Parameters p) {
            p.weight("W", Shape.of(in.size(), units), in.size(), units);
            p.add("b", Shape.of(units), new Constant(-100));
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return new Dense(units).forward(x, pass);
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            return new Dense(units).backward(dy, pass);
        }
    }

    @Test
    void units_that_never_answer_are_counted() {
        Net buried = Net.input(4).layer(new Buried(30)).relu().dense(3).softmax();

        History history = Trainer.momentum(0.01).epochs(3).fit(buried, BLOBS);

        Finding finding = history.diagnose().findings().get(0);
        assertThat(finding.name()).isEqualTo("dead units");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.evidence().text()).startsWith("30 of 30 units (100 %) of layer 2 relu()");
    }

    @Test
    void overfitting_is_told_with_the_epoch_from_which_on() {
        Dataset rows = TestData.blobs(3, 4, 60, 1);
        int[] labels = rows.labels();
        Seed.of(4).generator().ints(60, 0, 180).forEach(i -> labels[i] = (labels[i] + 1) % 3); // label noise
        Split noisy = Dataset.of(rows.features(), labels).split(0.5, 0.5, 0).standardize();
        Net large = Net.input(4).dense(200).relu().dense(3).softmax();

        History history = Trainer.adam(1e-2).epochs(100).fit(large, noisy);

        assertThat(wrong(history)).containsExactly("overfitting");
        assertThat(history.diagnose().findings().get(0).evidence().text())
                .startsWith("the validation loss rises from epoch ");
        assertThat(history.diagnose().findings().get(0).advice())
                .contains("more data")
                .contains("stop at epoch");
    }

    @Test
    void large_initial_weights_show_in_the_first_loss() {
        Net loud = Net.input(4)
                .dense(300)
                .relu()
                .dense(300)
                .relu()
                .dense(3)
                .softmax()
                .init(normal(1));

        assertThat(wrong(Trainer.sgd(1e-4).epochs(2).fit(loud, BLOBS))).contains("high initial loss");
    }

    @Test
    void updates_that_are_tiny_beside_huge_weights_are_found_though_the_loss_falls() {
        Net huge = Net.input(4)
                .dense(30)
                .tanh()
                .dense(30)
                .tanh()
                .dense(3)
                .softmax()
                .init(normal(1000));

        assertThat(Trainer.sgd(0.05).epochs(5).fit(huge, BLOBS).diagnose().findings())
                .extracting(Finding::name)
                .contains("tiny updates");
    }

    @Test
    void more_training_is_only_worth_knowing() {
        History history = Trainer.sgd(3e-3).epochs(8).fit(NET, BLOBS);

        assertThat(history.diagnose().findings())
                .extracting(Finding::name, Finding::severity)
                .contains(org.assertj.core.groups.Tuple.tuple("more training needed", Severity.INFO));
        assertThat(history.diagnose().healthy()).isTrue();
    }

    @Test
    void a_linear_net_underfits_a_spiral() {
        History history =
                Trainer.momentum(0.1).epochs(100).fit(Net.input(2).dense(3).softmax(), SPIRAL);

        assertThat(history.diagnose().findings()).extracting(Finding::name).contains("underfitting");
    }

    @Test
    void the_wrong_head_comes_before_the_divergence_that_it_causes() {
        History history = Trainer.sgd(0.1).fit(Net.input(4).dense(3).loss(crossEntropy()), BLOBS);

        assertThat(wrong(history)).containsExactly("head and loss do not fit");
        assertThat(history.diagnose().findings())
                .extracting(Finding::name)
                .as("what follows is a remark")
                .contains("diverged");
    }

    @Test
    void a_diagnosis_changes_nothing_and_shows_the_curves() {
        History history = Trainer.sgd(1e6).epochs(3).fit(NET, BLOBS);
        double[] weights = history.model().parameter("dense1.W").toDoubles();

        Diagnosis diagnosis = history.diagnose();

        assertThat(history.model().parameter("dense1.W").toDoubles()).containsExactly(weights);
        assertThat(History.last()).isSameAs(history);
        assertThat(diagnosis.table().columnNames())
                .containsExactly("id", "finding", "severity", "confidence", "evidence", "explanation", "advice");
        assertThat(diagnosis.plot().panels()).isNotEmpty();
    }
}
