package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lecture says of batch normalization, column by column. */
class BatchNormTest {
    private static final int ROWS = 200;
    private final LayerRun run = new LayerRun(new BatchNorm(), Precision.FLOAT64, 3);
    private final Tensor x = Tensor.zeros(Shape.of(ROWS, 3), Precision.FLOAT64);

    @BeforeEach
    void draw() {
        x.fillNormal(new SplittableRandom(1), 7, 3);
    }

    private static double mean(Tensor t, int column) {
        return t.sumRows().get(column) / ROWS;
    }

    private static double std(Tensor t, int column) {
        double mean = mean(t, column);
        return Math.sqrt(t.map(v -> (v - mean) * (v - mean)).sumRows().get(column) / ROWS);
    }

    @Test
    void outputs_of_a_batch_have_mean_0_and_deviation_1() {
        Tensor y = run.forward(x.toDoubles(), true);
        for (int j = 0; j < 3; j++) {
            assertThat(mean(y, j)).isCloseTo(0, within(1e-12));
            assertThat(std(y, j)).isCloseTo(1, within(1e-5)); // but for ε
        }
    }

    @Test
    void gamma_and_beta_are_the_deviation_and_the_mean_of_the_outputs() {
        run.set("gamma", new double[] {2, 0.5, 1});
        run.set("beta", new double[] {-1, 4, 0});
        Tensor y = run.forward(x.toDoubles(), true);
        assertThat(mean(y, 0)).isCloseTo(-1, within(1e-12));
        assertThat(std(y, 0)).isCloseTo(2, within(1e-5));
        assertThat(mean(y, 1)).isCloseTo(4, within(1e-12));
        assertThat(std(y, 1)).isCloseTo(0.5, within(1e-5));
    }

    @Test
    void the_deviation_as_gamma_and_the_mean_as_beta_bring_the_inputs_back() {
        double[] gamma = new double[3];
        double[] beta = new double[3];
        for (int j = 0; j < 3; j++) {
            gamma[j] = Math.sqrt(std(x, j) * std(x, j) + new BatchNorm().epsilon());
            beta[j] = mean(x, j);
        }
        run.set("gamma", gamma);
        run.set("beta", beta);
        assertThat(run.forward(x.toDoubles(), true).toDoubles()).containsExactly(x.toDoubles(), within(1e-10));
    }

    @Test
    void in_evaluation_a_row_does_not_depend_on_its_batch() {
        run.forward(x.toDoubles(), true);
        double[] together = run.forward(x.toDoubles(), false).toDoubles();
        double[] alone = run.forward(x.rows(0, 1).toDoubles(), false).toDoubles();
        for (int j = 0; j < 3; j++) {
            assertThat(alone[j]).isEqualTo(together[j]);
        }
        assertThat(together[0]).as("running statistics, not those of the batch").isNotCloseTo(0, within(0.5));
    }
}
