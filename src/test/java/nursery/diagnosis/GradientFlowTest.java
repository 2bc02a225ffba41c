package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nursery.Data;
import nursery.Model;
import nursery.Net;
import nursery.data.Dataset;
import org.junit.jupiter.api.Test;

/** y = w3 w2 w1 x with w = 1, 2, 3, x = 1 and target 0: dL/dy = 2 y = 12. */
class GradientFlowTest {
    private static final Dataset ROW = Data.of(new double[][] {{1}, {1}}, new double[] {0, 0});

    private static Model model() {
        Model model = Net.input(1).dense(1).dense(1).dense(1).linear().init(1);
        for (int i = 1; i <= 3; i++) {
            model.parameter("dense" + i + ".W").set(0, i);
        }
        return model;
    }

    @Test
    void the_gradient_at_each_weight_by_hand() {
        GradientFlow flow = GradientFlow.of(model(), ROW);

        assertThat(flow.weights()).extracting(WeightGradient::name).containsExactly("dense1.W", "dense2.W", "dense3.W");
        assertThat(flow.weights().get(0).gradient()).isCloseTo(12 * 3 * 2, within(1e-4));
        assertThat(flow.weights().get(1).gradient()).isCloseTo(12 * 3, within(1e-4));
        assertThat(flow.weights().get(2).gradient()).isCloseTo(12 * 2, within(1e-4));
        assertThat(flow.weights()).extracting(WeightGradient::size).containsExactly(1.0, 2.0, 3.0);
        assertThat(flow.firstToLast()).isCloseTo(2, within(1e-6));
    }

    @Test
    void the_model_keeps_its_weights_and_two_layers_have_no_ratio() {
        Model model = model();

        GradientFlow.of(model, ROW);

        assertThat(model.parameter("dense2.W").get(0)).isEqualTo(2);
        assertThat(GradientFlow.of(Net.input(1).dense(2).dense(1).linear().init(1), ROW)
                        .firstToLast())
                .isEqualTo(1);
    }

    @Test
    void a_table_a_plot_and_a_line_for_each_weight() {
        GradientFlow flow = GradientFlow.of(model(), ROW);

        assertThat(flow.table().columnNames()).containsExactly("weight", "gradient", "size");
        assertThat(flow.plot().panels()).hasSize(1);
        assertThat(flow.toString().lines()).hasSize(4);
    }
}
