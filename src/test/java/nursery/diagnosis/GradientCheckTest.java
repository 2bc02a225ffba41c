package nursery.diagnosis;

import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.relu;
import static nursery.Nursery.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.activations.Activation;
import nursery.data.Split;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {
    private static final Split CLASSES = TestData.blobs(3, 4, 40, 1).split(0.8, 0.1, 0.1);
    private static final Split TWO = TestData.blobs(2, 4, 40, 1).split(0.8, 0.1, 0.1);
    private static final Split NUMBERS = Data.of(
                    IntStream.range(0, 40)
                            .mapToObj(i -> new double[] {Math.sin(i), Math.cos(3 * i), i / 40.0, 1})
                            .toArray(double[][]::new),
                    IntStream.range(0, 40).mapToDouble(i -> i % 7).toArray())
            .split(0.8, 0.1, 0.1);

    @Test
    void nets_with_every_head_are_right_in_every_parameter() {
        Net hidden = Net.input(4).dense(6).relu().dense(5).tanh();

        assertThat(Stream.of(
                        GradientCheck.of(hidden.dense(3).softmax(), CLASSES),
                        GradientCheck.of(hidden.dense(3).hinge(), CLASSES),
                        GradientCheck.of(hidden.sigmoid().dense(1).sigmoid(), TWO),
                        GradientCheck.of(hidden.dense(1).linear(), NUMBERS),
                        GradientCheck.of(hidden.dense(3).softmax().softmax().loss(crossEntropy()), CLASSES)))
                .allSatisfy(check -> {
                    assertThat(check.passed()).isTrue();
                    assertThat(check.worst().maxRelativeError()).isLessThan(1e-7);
                    assertThat(check.rows())
                            .extracting(GradientRow::parameter)
                            .containsExactly(
                                    "input.x", "dense1.W", "dense1.b", "dense2.W", "dense2.b", "dense3.W", "dense3.b");
                });
    }

    @Test
    void an_initialization_to_zeros_hides_no_mistake() {
        Net net = Net.input(4)
                .dense(6)
                .init(zeros())
                .layer(BrokenLayer.healthy().withBackward((dy, pass) -> dy))
                .relu()
                .dense(3)
                .softmax();

        assertThat(GradientCheck.of(net, CLASSES).passed()).isFalse();
    }

    @Test
    void the_swish_of_a_notebook_is_right() {
        Activation swish = Activation.of("swish", x -> x / (1 + Math.exp(-x)), x -> {
            double s = 1 / (1 + Math.exp(-x));
            return s + x * s * (1 - s);
        });

        assertThat(GradientCheck.of(swish).worst().maxRelativeError()).isLessThan(1e-7);
    }

    @Test
    void a_wrong_derivative_fails_with_both_numbers() {
        GradientCheck check = GradientCheck.of(Activation.of("cube", x -> x * x * x, x -> 2 * x * x));

        assertThat(check.passed()).isFalse();
        GradientRow worst = check.worst();
        assertThat(worst.parameter()).isEqualTo("input.x");
        assertThat(worst.analytic() / worst.numeric()).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(worst.maxRelativeError()).isCloseTo(1 / 3.0, within(1e-6));
        assertThat(check.toString()).startsWith("Gradient check of cube()").contains("fail  input.x");
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }

    /** Factor on the gradient and the status by the bands of CS231n; the error is 1 - 1 / factor. */
    static Stream<List<Object>> bands() {
        return Stream.of(
                List.of(1 + 1e-8, Status.PASS),
                List.of(1 + 1e-5, Status.PASS),
                List.of(1 + 1e-3, Status.WARN),
                List.of(1.05, Status.FAIL));
    }

    @ParameterizedTest
    @MethodSource("bands")
    void the_bands_are_those_of_the_notes(List<Object> factorAndStatus) {
        double factor = (double) factorAndStatus.get(0);

        GradientCheck check = GradientCheck.of(Activation.of("x2", x -> 2 * x, x -> 2 * factor));

        assertThat(check.worst().status()).isEqualTo(factorAndStatus.get(1));
    }

    @Test
    void a_forgotten_gradient_is_named() {
        assertThatThrownBy(() -> GradientCheck.of(BrokenLayer.healthy().forgetful(), 6))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("broken(): expected a gradient for \"g\" from backward, received none");
    }

    @Test
    void a_kink_is_no_error_and_a_wrong_gradient_no_kink() {
        Tensor w = Tensor.of(new double[] {3e-6, -3e-6, 0, 0.5}, Shape.of(4));
        Differences relu = new Differences(() -> w.relu().sum(), w.relu().sum());

        assertThat(relu.compare(w, 0, 1).kink()).as("just above 0").isTrue();
        assertThat(relu.compare(w, 1, 0).kink()).as("just below 0").isTrue();
        assertThat(relu.compare(w, 2, 0).kink()).as("at 0").isTrue();
        assertThat(relu.compare(w, 3, 1).error()).isLessThan(1e-9);
        assertThat(relu.compare(w, 3, 1.001).kink()).as("straight, wrong").isFalse();
        Differences square = new Differences(() -> w.dot(w), w.dot(w));
        assertThat(square.compare(w, 3, 1.0001).kink()).as("curved, wrong").isFalse();
        assertThat(w.toDoubles()).as("put back").containsExactly(3e-6, -3e-6, 0, 0.5);
    }

    @Test
    void the_table_has_a_row_for_the_input_and_each_parameter() {
        var table = GradientCheck.of(Net.input(4).dense(3).softmax(), CLASSES).table();

        assertThat(table.columnNames())
                .containsExactly("parameter", "max_relative_error", "worst_index", "analytic", "numeric", "status");
        assertThat(table.stringColumn("parameter").asList()).containsExactly("input.x", "dense1.W", "dense1.b");
        assertThat(GradientCheck.of(relu()).plot().html()).contains("Gradient check");
    }
}
