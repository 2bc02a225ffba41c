package nursery;

import static nursery.Nursery.he;
import static nursery.Nursery.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetTest {

    @Test
    void shapes_are_checked_at_every_call() {
        assertThatThrownBy(() -> Net.input(3, 32, 32).relu().dense(10))
                .isInstanceOf(ShapeException.class)
                .hasMessage("dense(10) after relu(): expected a flat input, received [3, 32, 32]; add .flatten()");
        assertThatThrownBy(() -> Net.input(1, 28, 28).dense(10))
                .hasMessageStartingWith("dense(10) after input[1, 28, 28]: expected a flat input");
        assertThatThrownBy(() -> Net.input()).hasMessageContaining("expected at least one dimension");
        assertThatThrownBy(() -> Net.input(0)).hasMessageContaining("received [0]");
        assertThatThrownBy(() -> Net.input(5).dense(0)).hasMessageContaining("at least 1 unit, received 0");
        assertThatThrownBy(() -> Net.input(5).l2(-1)).hasMessageContaining("at least 0, received -1.0");
    }

    @Test
    void every_call_returns_another_net() {
        Net start = Net.input(4);
        Net longer = start.dense(3).softmax().l2(0.1).init(zeros());

        assertThat(start.layers()).isEmpty();
        assertThat(longer.layers()).hasSize(2);
        assertThat(longer.l2()).isEqualTo(0.1);
        assertThat(longer.dense(2).l2()).isEqualTo(0.1);
    }

    @Test
    void weights_are_drawn_by_the_rule_of_the_function_that_follows() {
        Net net = Net.input(300).dense(400).relu().dense(500).tanh().dense(10).softmax();
        Model model = net.init(1);

        assertThat(std(model.parameter("dense1.W"))).isCloseTo(Math.sqrt(2.0 / 300), within(5e-4));
        assertThat(std(model.parameter("dense2.W"))).isCloseTo(Math.sqrt(2.0 / 900), within(5e-4));
        assertThat(std(model.parameter("dense3.W"))).isCloseTo(0.01, within(4e-4));
        assertThat(model.parameter("dense1.b").norm()).isZero();
    }

    @Test
    void weights_before_a_relative_of_relu_are_drawn_by_he_also_where_it_has_a_parameter() {
        for (Net net : List.of(
                Net.input(300).dense(400).prelu(),
                Net.input(300).dense(400).rrelu(),
                Net.input(300).dense(400).layerNorm().gelu())) {
            Model model = net.dense(10).softmax().init(1);
            assertThat(std(model.parameter("dense1.W"))).isCloseTo(Math.sqrt(2.0 / 300), within(5e-4));
        }
    }

    @Test
    void every_layer_has_a_word_in_the_chain() {
        Net images = Net.input(3, 8, 8)
                .conv(4, 1)
                .conv(4, 3, 1, 2, 2)
                .avgPool(2)
                .avgPool(2, 1)
                .residual(b -> b.conv(4, 3));
        Net flat = Net.input(6)
                .embedding(10, 4)
                .flatten()
                .leakyRelu()
                .leakyRelu(0.2)
                .prelu()
                .rrelu()
                .elu()
                .gelu()
                .silu()
                .softplus()
                .layerNorm()
                .vanillaDropout(0.5)
                .dropConnect(9, 0.5)
                .maxout(8)
                .maxout(8, 3);

        assertThat(images.layers().stream().map(Object::toString))
                .containsExactly(
                        "conv(4, 1)", "conv(4, 3, 1, 2, 2)", "avgPool(2)", "avgPool(2, 1)", "residual(conv(4, 3))");
        assertThat(images.globalAvgPool().outputShape()).isEqualTo(Shape.of(4));
        assertThat(images.globalMaxPool().outputShape()).isEqualTo(Shape.of(4));
        assertThat(flat.layers().stream().map(Object::toString))
                .containsExactly(
                        "embedding(10, 4)",
                        "flatten()",
                        "leakyRelu()",
                        "leakyRelu(0.2)",
                        "prelu()",
                        "rrelu()",
                        "elu()",
                        "gelu()",
                        "silu()",
                        "softplus()",
                        "layerNorm()",
                        "vanillaDropout(0.5)",
                        "dropConnect(9, 0.5)",
                        "maxout(8)",
                        "maxout(8, 3)");
    }

    @Test
    void maxout_has_twice_the_parameters_of_dense() {
        assertThat(Net.input(7).maxout(5).parameterCount())
                .isEqualTo(2 * Net.input(7).dense(5).parameterCount());
    }

    @Test
    void init_changes_all_weights_but_those_of_the_output_layer() {
        Model model =
                Net.input(30).dense(40).relu().dense(10).softmax().init(zeros()).init(1);

        assertThat(model.parameter("dense1.W").norm()).isZero();
        assertThat(model.parameter("dense2.W").norm()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100})
    void the_initial_loss_of_a_healthy_net_is_ln_C(int classes) {
        var data = TestData.blobs(classes, 20, 10, 2);
        Model model = Net.input(20).dense(50).relu().dense(classes).softmax().init(3);

        assertThat(model.loss(data)).isCloseTo(Math.log(classes), within(0.05));
    }

    @Test
    void the_summary_counts_by_hand() {
        Net net =
                Net.input(784).dense(100).relu().dense(10).softmax().init(he()).l2(1e-4);

        assertThat(net.parameterCount()).isEqualTo(784 * 100 + 100 + 100 * 10 + 10);
        assertThat(net.toString())
                .contains("dense(100)", "78,500", "he()", "normal(0.01)", "79,510 parameters", "l2(1.0E-4)");
        assertThat(net.html()).contains("<table", "79,510 parameters");
    }

    @Test
    void a_net_without_a_head_says_what_to_add() {
        assertThatThrownBy(() -> Net.input(4).dense(2).loss())
                .hasMessage("expected a net that ends in a head, received one that ends in dense(2); add .softmax() for"
                        + " classes, .sigmoid() for one of two, .linear() for numbers, or .loss(...)");
    }

    @Test
    void an_unknown_parameter_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Net.input(4).dense(2).softmax().init(0).parameter("W"))
                .hasMessage("expected the name of a parameter, one of [dense1.W, dense1.b]; received \"W\"");
    }

    @Test
    void images_fit_a_flat_input_of_the_same_size() {
        Model model = Net.input(4).dense(2).softmax().init(0);
        Tensor image = Tensor.of(new float[] {1, 2, 3, 4}, nursery.tensor.Shape.of(1, 1, 2, 2));

        assertThat(model.predict(image).sum()).isCloseTo(1, within(1e-6));
    }

    private static double std(Tensor w) {
        double mean = w.mean();
        return Math.sqrt(w.dot(w) / w.size() - mean * mean);
    }
}
