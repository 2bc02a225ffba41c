package nursery.diagnosis;

import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.normal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.data.Split;
import org.junit.jupiter.api.Test;

/** Expectations by hand: ln 10 = 2.302585, ln 2 = 0.693147, 10 - 1 = 9, mean of squares. */
class InitialLossStepTest {
    private final Split ten = TestData.blobs(10, 20, 30, 1).split(0.8, 0.1, 0.1).standardize();

    private static Check check(Net net, Split data) {
        return new InitialLossStep().run(net, data).checks().get(0);
    }

    @Test
    void softmax_over_ten_classes_starts_at_ln_10() {
        Check check = check(Net.input(20).dense(50).relu().dense(10).softmax(), ten);

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected()).isEqualTo("about 2.303 = ln 10");
        assertThat(Double.parseDouble(check.actual())).isBetween(2.25, 2.36);
    }

    @Test
    void hinge_starts_at_the_number_of_wrong_classes() {
        Check check = check(Net.input(20).dense(50).relu().dense(10).hinge(), ten);

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected()).isEqualTo("about 9 = 10 - 1");
    }

    @Test
    void one_sigmoid_starts_at_ln_2() {
        Split two = TestData.blobs(2, 4, 40, 1).split(0.8, 0.1, 0.1).standardize();

        Check check = check(Net.input(4).dense(9).tanh().dense(1).sigmoid(), two);

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected()).isEqualTo("about 0.6931 = ln 2");
    }

    @Test
    void regression_starts_at_the_mean_of_squares() {
        double[][] x =
                IntStream.range(0, 30).mapToObj(i -> new double[] {i / 30.0}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 30).mapToDouble(i -> i % 2 == 0 ? 3 : 4).toArray();

        Check check = check(
                Net.input(1).dense(5).relu().dense(1).linear(), Data.of(x, y).split(1, 0, 0));

        assertThat(check.status()).isEqualTo(Status.PASS);
        assertThat(check.expected()).as("(9 + 16) / 2").isEqualTo("about 12.5");
    }

    @Test
    void large_initial_weights_start_too_high() {
        Net net = Net.input(20)
                .dense(300)
                .relu()
                .dense(300)
                .relu()
                .dense(10)
                .softmax()
                .init(normal(1));

        Check check = check(net, ten);

        assertThat(check.status()).isEqualTo(Status.FAIL);
        assertThat(check.advice()).contains("smaller initial weights");
    }

    @Test
    void a_head_that_does_not_fit_its_loss_gives_no_number() {
        Check check = check(Net.input(20).dense(50).relu().dense(10).loss(crossEntropy()), ten);

        assertThat(check.status()).isEqualTo(Status.FAIL);
        assertThat(check.actual()).isEqualTo("NaN");
        assertThat(check.advice()).contains("end the net in a head such as .softmax()");
    }
}
