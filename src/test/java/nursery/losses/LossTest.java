package nursery.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
    private static final double[][] ONE_HOT = {{1, 0, 0}, {0, 0, 1}};

    @Test
    void a_net_that_knows_nothing_has_the_loss_of_the_textbook() {
        Tensor t = Tensor.of(ONE_HOT);

        assertThat(new CrossEntropy().expectedInitial(t)).isCloseTo(Math.log(3), within(1e-12));
        assertThat(new Hinge().expectedInitial(t)).isEqualTo(2);
        assertThat(new BinaryCrossEntropy().expectedInitial(t)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(new MeanSquaredError().expectedInitial(t)).isCloseTo(1.0 / 3, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void scores_that_overflow_an_exponential_give_a_finite_loss(Precision precision) {
        Tensor z = Tensor.of(new double[][] {{-500, 500, 0}, {0, 500, -500}}).to(precision);
        Tensor t = Tensor.of(ONE_HOT).to(precision);

        assertThat(new CrossEntropy().ofScores(z, t, z.copy(), z.copy())).isEqualTo(1000);
        // by hand: |z| where the sign is wrong, ln 2 where z = 0, over 6 numbers
        assertThat(new BinaryCrossEntropy().ofScores(z, t, z.copy(), z.copy()))
                .isCloseTo((500 + 500 + 500 + 500 + 2 * Math.log(2)) / 6, within(1e-3));
    }

    @Test
    void from_scores_and_from_outputs_agree() {
        Tensor z = Tensor.of(new double[][] {{0.3, -1.2, 2}, {1, 0.1, -0.4}});
        Tensor t = Tensor.of(ONE_HOT);
        for (Loss loss : new Loss[] {new CrossEntropy(), new BinaryCrossEntropy()}) {
            Tensor y = z.copy();
            Tensor dz = z.copy();
            double fromScores = loss.ofScores(z, t, y, dz);
            var output = java.util.Objects.requireNonNull(loss.output());
            Tensor dy = z.copy();

            assertThat(loss.apply(output.forward(z), t, dy)).isCloseTo(fromScores, within(1e-12));
            assertThat(output.backward(dy, z, y).toDoubles()).containsExactly(dz.toDoubles(), within(1e-12));
        }
    }

    @Test
    void a_score_that_is_not_a_number_is_not_hidden() {
        Tensor z = Tensor.of(new double[][] {{Double.NaN, 0, 0}, {0, 0, 0}});
        Tensor t = Tensor.of(ONE_HOT);

        for (Loss loss :
                new Loss[] {new CrossEntropy(), new BinaryCrossEntropy(), new Hinge(), new MeanSquaredError()}) {
            assertThat(loss.ofScores(z, t, z.copy(), z.copy()))
                    .as(loss.toString())
                    .isNaN();
        }
    }
}
