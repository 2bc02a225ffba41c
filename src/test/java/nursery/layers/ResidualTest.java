package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nursery.Model;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.initializers.Normal;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResidualTest {

    @Test
    void parameters_are_named_after_the_layers_of_the_block() {
        Net net = Net.input(6)
                .residual(b -> b.dense(8).batchNorm().relu().dense(6))
                .residual(b -> b.residual(c -> c.dense(6)))
                .dense(3)
                .softmax();

        assertThat(net.init(1).variables().stream().map(Variable::name))
                .containsExactly(
                        "residual1.dense1.W",
                        "residual1.dense1.b",
                        "residual1.batchnorm1.gamma",
                        "residual1.batchnorm1.beta",
                        "residual1.batchnorm1.mean",
                        "residual1.batchnorm1.variance",
                        "residual1.dense2.W",
                        "residual1.dense2.b",
                        "residual2.residual1.dense1.W",
                        "residual2.residual1.dense1.b",
                        "dense1.W",
                        "dense1.b");
        assertThat(net.parameterCount()).isEqualTo(6 * 8 + 8 + 2 * 8 + 8 * 6 + 6 + 6 * 6 + 6 + 6 * 3 + 3);
        assertThat(net.toString()).contains("residual(dense(8), batchNorm(), relu(), dense(6))");
    }

    @Test
    void weights_are_drawn_by_the_rule_of_the_function_that_follows_inside_the_block() {
        Model model = Net.input(300)
                .residual(b -> b.dense(400).relu().dense(300))
                .tanh()
                .dense(10)
                .init(1);
        Model asked = Net.input(300)
                .residual(b -> b.dense(400).relu().dense(300))
                .tanh()
                .dense(10)
                .init(new Normal(0.3))
                .init(1);

        assertThat(std(model.parameter("residual1.dense1.W"))).isCloseTo(Math.sqrt(2.0 / 300), within(5e-4));
        assertThat(std(model.parameter("residual1.dense2.W"))).isCloseTo(Math.sqrt(2.0 / 700), within(5e-4));
        assertThat(std(asked.parameter("residual1.dense1.W"))).isCloseTo(0.3, within(3e-3));
    }

    private static double std(Tensor w) {
        return w.norm() / Math.sqrt(w.size());
    }

    @Test
    void a_block_that_changes_the_shape_is_refused() {
        assertThatThrownBy(() -> Net.input(6).residual(b -> b.dense(8).relu()))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("expected a block that keeps the shape of its input [6], received one that ends"
                        + " with [8]; let its last layer restore the shape");
    }

    @Test
    void a_forgotten_gradient_inside_a_block_is_named() {
        Net net = Net.input(4).residual(b -> b.layer(new Forgetful())).dense(2).softmax();

        assertThatThrownBy(() -> Trainer.sgd(0.1)
                        .epochs(1)
                        .fit(net, TestData.blobs(2, 4, 10, 1).split(1, 0, 0)))
                .hasMessageContaining("expected a gradient for \"w\" from backward");
    }

    private record Forgetful() implements Layer {
        @Override
        public nursery.tensor.Shape outputShape(nursery.tensor.Shape in) {
            return in;
        }

        @Override
        public void parameters(nursery.tensor.Shape in, Parameters p) {
            p.weight("w", in, 1, 1);
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x;
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            return dy;
        }
    }

    @Test
    void running_statistics_inside_a_block_move_in_training() {
        Net net = Net.input(4)
                .residual(b -> b.dense(4).batchNorm().relu())
                .dense(3)
                .softmax();
        Model trained = Trainer.adam(0.01)
                .epochs(20)
                .fit(net, TestData.blobs(3, 4, 100, 1).split(1, 0, 0))
                .model();

        assertThat(trained.parameter("residual1.batchnorm1.mean").norm()).isPositive();
        assertThat(trained.accuracy(TestData.blobs(3, 4, 100, 1))).isGreaterThan(0.8);
    }
}
