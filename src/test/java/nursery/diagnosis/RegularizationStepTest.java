package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import nursery.TestData;
import nursery.data.Split;
import nursery.initializers.Constant;
import nursery.layers.Layer;
import nursery.layers.Parameters;
import nursery.layers.Pass;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RegularizationStepTest {
    private final Split data = TestData.blobs(3, 4, 40, 1).split(0.8, 0.1, 0.1).standardize();

    /** x W without a bias, whose weight is no weight to the net, so that no penalty counts it. */
    private record Unpenalized() implements Layer {
        @Override
        public Shape outputShape(Shape in) {
            return Shape.of(3);
        }

        @Override
        public void parameters(Shape in, Parameters p) {
            p.add("W", Shape.of(in.size(), 3), new Constant(0.5));
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return pass.save("x", x).matmul(pass.parameter("W"));
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            pass.gradient("W", pass.saved("x").transposeMatmul(dy));
            return dy.matmulTranspose(pass.parameter("W"));
        }
    }

    private Check check(Net net) {
        return new RegularizationStep().run(net, data).checks().get(0);
    }

    @Test
    void the_loss_goes_up_by_half_lambda_times_the_squares_of_the_weights() {
        // 4 x 5 weights of 0.5 give 5, hence ½ 0.1 5 = 0.25, and the 15 of the output layer, N(0, 0.01²), about 0.00008
        Net net = Net.input(4)
                .dense(5)
                .relu()
                .dense(3)
                .softmax()
                .init(new Constant(0.5))
                .l2(0.1);

        Check check = check(net);

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected())
                .startsWith("with l2(0.1) the loss goes up from 1.")
                .contains(" by 0.2501");
    }

    @Test
    void a_net_without_penalty_is_tried_with_one() {
        Check check = check(Net.input(4).dense(5).relu().dense(3).softmax());

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected()).startsWith("with l2(0.001) ");
    }

    @Test
    void weights_that_no_penalty_counts_are_found() {
        Check check = check(Net.input(4).layer(new Unpenalized()).softmax().l2(0.1));

        assertThat(check.status()).isEqualTo(Status.FAIL);
        assertThat(check.advice()).contains("Parameters.weight(...)");
    }
}
