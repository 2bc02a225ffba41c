package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.data.Split;
import org.junit.jupiter.api.Test;

class OverfitStepTest {
    private final Split spiral = Data.spiral(3, 40, 231).split(0.8, 0.1, 0.1);

    @Test
    void a_net_that_is_large_enough_learns_twenty_rows_by_heart() {
        Report report = new OverfitStep(20)
                .run(Net.input(2).dense(50).relu().dense(3).softmax().l2(10), spiral);

        assertThat(report.passed()).isTrue();
        assertThat(report.checks().get(0).name()).isEqualTo("overfit 20 rows");
        assertThat(report.checks().get(0).actual()).startsWith("20 of 20 correct, loss 1.0");
    }

    @Test
    void a_linear_net_cannot_learn_a_spiral() {
        Report report = new OverfitStep(60).run(Net.input(2).dense(3).softmax(), spiral);

        assertThat(report.passed()).isFalse();
        assertThat(report.checks().get(0).actual()).contains("of 60 correct");
    }

    @Test
    void a_net_that_does_not_see_its_inputs_cannot_either() {
        Net blind = Net.input(2)
                .activation(Blind.activation())
                .dense(50)
                .relu()
                .dense(3)
                .softmax();

        assertThat(new OverfitStep(20).run(blind, spiral).passed()).isFalse();
    }

    @Test
    void regression_is_judged_by_its_loss() {
        double[][] x = IntStream.range(0, 20)
                .mapToObj(i -> new double[] {i / 10.0 - 1})
                .toArray(double[][]::new);
        double[] y = IntStream.range(0, 20)
                .mapToDouble(i -> 20 + 5 * Math.sin(i / 3.0))
                .toArray();
        Split curve = Data.of(x, y).split(1, 0, 0);

        assertThat(new OverfitStep(20)
                        .run(Net.input(1).dense(50).tanh().dense(1).linear(), curve)
                        .passed())
                .isTrue();
        assertThat(new OverfitStep(20)
                        .run(Net.input(1).dense(1).linear(), curve)
                        .passed())
                .as("a straight line is further from the curve than a hundredth of its variance")
                .isFalse();
    }

    @Test
    void a_sample_must_have_rows_and_not_more_than_there_are() {
        assertThatThrownBy(() -> new OverfitStep(0))
                .hasMessage("overfit: expected at least 1 row, received 0; 20 rows are usual");
        assertThatThrownBy(() -> new OverfitStep(97).run(Net.input(2).dense(3).softmax(), spiral))
                .hasMessage("overfit: expected at most the 96 training rows, received 97; 20 rows are usual");
    }
}
