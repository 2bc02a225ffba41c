package nursery;

import static nursery.Nursery.elu;
import static nursery.Nursery.lecture;
import static nursery.Nursery.relu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.ActivationStats;
import nursery.diagnosis.InitStudy;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.training.Epoch;
import nursery.training.History;
import nursery.training.Playground;
import nursery.training.Race;
import nursery.training.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lecture says of whole nets and trainings; each test names the item of src/docs/lecture.md. */
class LectureClaimsTest {
    private final Split blobs = TestData.blobs(3, 6, 60, 2).split(0.8, 0.2, 0);
    private final Net net = Net.input(6).dense(8).relu().dense(3).softmax();

    /** Rows of 6 numbers, of 3 classes, in float64. */
    private static Dataset rows(int n, double mean) {
        Tensor x = Tensor.zeros(Shape.of(n, 6), Precision.FLOAT64);
        x.fillNormal(new SplittableRandom(4), mean, 1);
        return Dataset.of(x, IntStream.range(0, n).map(i -> i % 3).toArray(), List.of("a", "b", "c"));
    }

    /** How one step of SGD at rate 1 changes a parameter, which is minus its gradient. */
    private static double[] step(Model start, Dataset batch, String parameter) {
        Split all = Split.of(batch, batch.take(1), batch.take(1));
        Model after =
                Trainer.sgd(1).batchSize(batch.rows()).epochs(1).fit(start, all).model();
        return after.parameter(parameter).minus(start.parameter(parameter)).toDoubles();
    }

    /** Item 4: where all inputs are positive, the weights into a unit all move the same way. */
    @Test
    void all_positive_inputs_move_the_weights_of_a_unit_the_same_way() {
        Model start = net.init(1, Precision.FLOAT64);
        Dataset positive = Dataset.of(
                rows(1, 0).features().map(Math::abs), new int[] {0}, rows(3, 0).classNames());

        assertThat(unitsOfOneSign(step(start, positive, "dense1.W"))).isEqualTo(8);
        assertThat(unitsOfOneSign(step(start, rows(1, 0), "dense1.W"))).isLessThan(8);
    }

    private static long unitsOfOneSign(double[] steps) {
        return IntStream.range(0, 8)
                .filter(unit -> {
                    double[] w = IntStream.range(0, 6)
                            .mapToDouble(i -> steps[8 * i + unit])
                            .toArray();
                    return Arrays.stream(w).allMatch(v -> v >= 0)
                            || Arrays.stream(w).allMatch(v -> v <= 0);
                })
                .count();
    }

    /** Item 9. */
    @Test
    void relu_needs_fewer_epochs_than_sigmoid() {
        Split digits = Data.digits(500, 1).split(0.9, 0.1, 0).center();
        Net input = Net.input(784).dense(50);
        assertThat(epochs(input.relu().dense(50).relu(), digits))
                .isLessThan(epochs(input.sigmoid().dense(50).sigmoid(), digits));
    }

    private static long epochs(Net hidden, Split data) {
        History history = Trainer.momentum(0.05)
                .batchSize(50)
                .epochs(15)
                .seed(1)
                .fit(hidden.dense(10).softmax(), data);
        return history.epochs().stream()
                .mapToDouble(Epoch::trainLoss)
                .takeWhile(loss -> loss > 1)
                .count();
    }

    /** Item 12: a bias is a parameter that may be set before training. */
    @Test
    void a_positive_bias_leaves_fewer_units_dead() {
        Split far = Split.of(rows(200, -2), rows(2, 0), rows(2, 0)); // a cloud away from the origin
        Model zero = Net.input(6).dense(100).relu().dense(3).softmax().init(1);
        Model positive = zero.copy();
        positive.parameter("dense1.b").fill(2);

        assertThat(dead(positive, far)).isLessThan(dead(zero, far));
        History history = Trainer.sgd(0.01).epochs(1).fit(positive, far);
        assertThat(history.model().parameter("dense1.b").mean()).isCloseTo(2, within(0.1));
    }

    private static int dead(Model model, Split data) {
        return ActivationStats.of(model, data.train()).layers().get(1).dead();
    }

    /** Item 16. */
    @Test
    void the_outputs_of_elu_have_a_mean_nearer_to_0_than_those_of_relu() {
        double elu = InitStudy.run(1, 300, 100, 0, elu(), lecture())
                .layers()
                .get(0)
                .outputs()
                .mean();
        double relu = InitStudy.run(1, 300, 100, 0, relu(), lecture())
                .layers()
                .get(0)
                .outputs()
                .mean();
        assertThat(Math.abs(elu)).isLessThan(Math.abs(relu) / 2);
    }

    /** Item 24. */
    @Test
    void normalized_inputs_need_fewer_steps() {
        Race even = Playground.quadratic(1).steps(200).race(Trainer.sgd(0.09));
        Race uneven = Playground.quadratic(20).steps(200).race(Trainer.sgd(0.09)); // 0.1 diverges
        Race atItsBest = Playground.quadratic(1).steps(200).race(Trainer.sgd(0.9));

        assertThat(steps(atItsBest)).isLessThan(steps(uneven) / 5);
        assertThat(turns(uneven.walks().get(0))).as("zig-zag").isGreaterThan(10);
        assertThat(turns(even.walks().get(0))).isZero();
    }

    private static long steps(Race race) {
        return race.walks().get(0).places().stream()
                .takeWhile(p -> p.value() > 1e-3)
                .count();
    }

    private static long turns(Walk walk) {
        return IntStream.range(1, 30)
                .filter(i -> walk.places().get(i).y() * walk.places().get(i - 1).y() < 0)
                .count();
    }

    /** Item 33: equal weights stay equal. */
    @Test
    void without_symmetry_breaking_all_hidden_units_stay_the_same() {
        Model start = net.init(1, Precision.FLOAT64);
        start.parameter("dense1.W").fill(0.1);
        Tensor out = start.parameter("dense2.W"); // [8, 3], all rows alike
        for (int i = 0; i < out.size(); i++) {
            out.set(i, 0.1 * (i % 3));
        }

        Tensor w = Trainer.momentum(0.1).epochs(3).fit(start, blobs).model().parameter("dense1.W");

        for (int i = 0; i < 6; i++) {
            assertThat(w.get(i, 0)).isNotEqualTo(0.1);
            for (int unit = 1; unit < 8; unit++) {
                assertThat(w.get(i, unit)).isEqualTo(w.get(i, 0), within(1e-12));
            }
        }
    }

    /** Item 33: dL/dW1 passes through W2. */
    @Test
    void zeros_behind_a_layer_leave_it_without_a_gradient() {
        Model start = net.init(1, Precision.FLOAT64);
        start.parameter("dense2.W").fill(0);
        assertThat(step(start, rows(30, 0), "dense1.W")).containsOnly(0);
        assertThat(step(start, rows(30, 0), "dense2.W")).doesNotContain(0);
    }

    /** Item 63. */
    @Test
    void the_gradient_of_a_batch_is_the_mean_of_those_of_its_rows() {
        Model start = net.init(1, Precision.FLOAT64);
        Dataset data = rows(12, 0);
        double[] mean = new double[48];
        for (int i = 0; i < 12; i++) {
            add(mean, step(start, data.rows(i), "dense1.W"), 1 / 12.0);
        }
        assertThat(step(start, data, "dense1.W")).containsExactly(mean, within(1e-12));
    }

    /** Item 64. */
    @Test
    void the_mean_of_the_batches_of_an_epoch_is_the_full_gradient() {
        Model start = net.init(1, Precision.FLOAT64);
        Dataset data = rows(12, 0);
        double[] mean = new double[48];
        for (int i = 0; i < 12; i += 4) {
            add(mean, step(start, data.rows(i, i + 1, i + 2, i + 3), "dense1.W"), 1 / 3.0);
        }
        assertThat(step(start, data, "dense1.W")).containsExactly(mean, within(1e-12));
    }

    private static void add(double[] sum, double[] x, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
    }

    /** Item 65: the rest of the rows is a batch too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32, 64, 200})
    void an_epoch_has_as_many_steps_as_batches(int batchSize) {
        int rows = blobs.train().rows();
        History history = Trainer.sgd(0.1).batchSize(batchSize).epochs(2).fit(net, blobs);
        assertThat(history.stepsPerEpoch()).isEqualTo((rows + batchSize - 1) / batchSize);
        assertThat(history.steps()).isEqualTo(2 * history.stepsPerEpoch());
    }

    /** Item 94: the lecture's misprint of rand as randn keeps Φ(0.5) of the units, not half of them. */
    @Test
    void randn_below_one_half_keeps_69_percent() {
        Tensor normal = Tensor.zeros(Shape.of(100_000), Precision.FLOAT64);
        normal.fillNormal(new SplittableRandom(1), 0, 1);
        Tensor uniform = Tensor.zeros(Shape.of(100_000), Precision.FLOAT64);
        uniform.fillUniform(new SplittableRandom(1), 0, 1);

        assertThat(normal.map(x -> x < 0.5 ? 1 : 0).mean()).isCloseTo(0.6915, within(0.005));
        assertThat(uniform.map(x -> x < 0.5 ? 1 : 0).mean()).isCloseTo(0.5, within(0.005));
    }
}
