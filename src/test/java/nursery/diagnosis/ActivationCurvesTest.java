package nursery.diagnosis;

import static nursery.Nursery.leaky_relu;
import static nursery.Nursery.relu;
import static nursery.Nursery.sigmoid;
import static nursery.Nursery.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nursery.activations.Activation;
import nursery.diagnosis.ActivationCurves.Point;
import nursery.layers.Prelu;
import nursery.layers.Rrelu;
import org.junit.jupiter.api.Test;

class ActivationCurvesTest {

    private static Point at(ActivationCurves curves, String name, double x) {
        return curves.points().stream()
                .filter(p -> p.name().equals(name) && p.x() == x)
                .findFirst()
                .orElseThrow();
    }

    /** The three points of the lecture, -10, 0 and 10. */
    @Test
    void values_and_derivatives_are_those_of_the_functions() {
        ActivationCurves curves = ActivationCurves.of(sigmoid(), tanh(), relu(), leaky_relu());

        assertThat(at(curves, "sigmoid()", 0).value()).isEqualTo(0.5);
        assertThat(at(curves, "sigmoid()", 0).derivative()).isEqualTo(0.25);
        assertThat(at(curves, "sigmoid()", -10).derivative()).isCloseTo(4.5396e-5, within(1e-9));
        assertThat(at(curves, "tanh()", 10).derivative()).isCloseTo(0, within(1e-8));
        assertThat(at(curves, "relu()", 0).derivative()).isZero();
        assertThat(at(curves, "relu()", 10).derivative()).isOne();
        assertThat(at(curves, "leakyRelu()", -10)).isEqualTo(new Point("leakyRelu()", -10, -0.1, 0.01));
    }

    @Test
    void functions_with_a_parameter_are_shown_as_in_evaluation() {
        ActivationCurves curves = ActivationCurves.of(new Prelu(), new Rrelu(0.2, 0.4));

        assertThat(at(curves, "prelu()", -10).value()).isEqualTo(-2.5);
        assertThat(at(curves, "rrelu()", -10).derivative()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void table_plot_and_text_show_every_function() {
        Activation square = Activation.of("square", x -> x * x, x -> 2 * x);
        ActivationCurves curves = ActivationCurves.of(square, tanh());

        assertThat(curves.table().columnNames()).containsExactly("activation", "x", "value", "derivative");
        assertThat(curves.table().rowCount()).isEqualTo(2 * 201);
        assertThat(curves.plot().panels()).as("functions, derivatives").hasSize(2);
        assertThat(curves.toString()).contains("square()").contains("100").contains("f'(0)");
        assertThat(curves.html()).contains("nursery-plot");
    }
}
