package nursery.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RbmTest {

    private final Rbm rbm = Enumeration.rbm(4, 3, 1);

    @Test
    void the_free_energy_is_that_of_all_hidden_states() {
        for (int code = 0; code < 16; code++) {
            double[] v = Enumeration.state(code, 4);
            assertThat(rbm.freeEnergy(Tensor.of(new double[][] {v}))[0])
                    .isCloseTo(-Math.log(Enumeration.weight(rbm, v)), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 3", "3, 5", "1, 1"})
    void the_partition_function_is_that_of_all_states(int visible, int hidden) {
        Rbm own = Enumeration.rbm(visible, hidden, 7);

        assertThat(own.logPartition()).isCloseTo(Math.log(Enumeration.partition(own)), within(1e-12));
    }

    @Test
    void a_partition_function_too_large_for_enumeration_is_refused() {
        assertThatThrownBy(() -> Rbm.of(784, 100, 1).logPartition())
                .hasMessage("Rbm.logPartition: expected a layer of at most 20 units, for it sums over all their states;"
                        + " received 100");
    }

    @Test
    void encode_and_decode_are_the_conditional_probabilities() {
        double[] v = {1, 0, 1, 1};
        double[] h = {0, 1, 1};
        double[] hidden = Enumeration.hiddenGiven(rbm, v);
        double[] visible = Enumeration.visibleGiven(rbm, h);

        Tensor encoded = rbm.encode(Tensor.of(new double[][] {v}));
        Tensor decoded = rbm.decode(Tensor.of(new double[][] {h}));

        assertThat(encoded.shape()).isEqualTo(Shape.of(1, 3));
        assertThat(decoded.shape()).isEqualTo(Shape.of(1, 4));
        for (int j = 0; j < 3; j++) {
            assertThat(encoded.get(j)).isCloseTo(marginal(hidden, j), within(1e-12));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(decoded.get(i)).isCloseTo(marginal(visible, i), within(1e-12));
        }
    }

    private static double marginal(double[] p, int unit) {
        return IntStream.range(0, p.length)
                .filter(code -> (code >> unit & 1) == 1)
                .mapToDouble(code -> p[code])
                .sum();
    }

    @Test
    void samples_have_the_probabilities_of_the_machine() {
        int rows = 100_000;
        double[] expected = Enumeration.probabilities(rbm);

        Tensor drawn = rbm.sample(rows, 100, 3);

        double[] shares = new double[16];
        for (int i = 0; i < rows; i++) {
            int code = 0;
            for (int j = 0; j < 4; j++) {
                code |= (int) drawn.get(i, j) << j;
            }
            shares[code] += 1.0 / rows;
        }
        for (int code = 0; code < 16; code++) {
            assertThat(shares[code]).isCloseTo(expected[code], within(5 * 0.5 / Math.sqrt(rows)));
        }
        assertThat(rbm.sample(10, 5, 3).toDoubles())
                .containsExactly(rbm.sample(10, 5, 3).toDoubles())
                .isNotEqualTo(rbm.sample(10, 5, 4).toDoubles());
    }

    @Test
    void the_reconstruction_error_is_the_mean_squared_difference() {
        Tensor v = Tensor.of(new double[][] {{1, 0, 1, 1}, {0, 0.5, 0, 1}});
        Tensor back = rbm.decode(rbm.encode(v));
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Math.pow(v.get(i) - back.get(i), 2);
        }

        assertThat(rbm.reconstructionError(v)).isCloseTo(sum / 8, within(1e-12));
    }

    @Test
    void images_are_read_as_flat_rows() {
        Tensor images = Tensor.zeros(Shape.of(2, 1, 2, 2), Precision.FLOAT32);

        assertThat(Rbm.of(4, 3, 1).encode(images).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void filters_are_pictures_of_the_first_hundred_units() {
        assertThat(Rbm.of(784, 20, 1).filters())
                .hasToString("Filters of RBM 784 - 20, 16,484 parameters\n  20 pictures of 28 x 28 pixels");
        assertThat(Rbm.of(6, 150, 1).filters(2, 3).toString())
                .contains("100 pictures of 2 x 3 pixels")
                .contains("The first 100 of 150.");
        assertThatThrownBy(() -> Rbm.of(6, 2, 1).filters())
                .isInstanceOf(ShapeException.class)
                .hasMessage("filters: expected visible units that form a square, received 6;"
                        + " give the size, filters(height, width)");
        assertThatThrownBy(() -> Rbm.of(6, 2, 1).filters(2, 2)).hasMessageContaining("product is 6, received 2 and 2");
    }

    @Test
    void bad_input_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Rbm.of(784, -5, 1))
                .hasMessage("Rbm: expected at least 1 visible and 1 hidden unit, received 784 and -5;"
                        + " 100 hidden units are a start");
        assertThatThrownBy(() -> rbm.encode(Tensor.of(new double[][] {{0, 0, 0, 1}, {0, -0.25, 0, 0}})))
                .hasMessage("expected numbers from 0 to 1 for the visible units, received -0.25 in row 1;"
                        + " pixels are so as read, without center() or standardize()");
        assertThatThrownBy(() -> rbm.freeEnergy(Tensor.of(new double[][] {{0, 0, 0, Double.NaN}})))
                .hasMessageContaining("received NaN in row 0");
        assertThatThrownBy(() -> rbm.decode(Tensor.of(new double[][] {{0, 0}})))
                .isInstanceOf(ShapeException.class)
                .hasMessage("expected rows of 3 numbers for the hidden units, received rows of 2 [2]");
        assertThatThrownBy(() -> rbm.sample(0, 1, 1)).hasMessageContaining("at least 1 row, received 0");
        assertThatThrownBy(() -> rbm.sample(1, 0, 1)).hasMessageContaining("at least 1 step, received 0");
        assertThatThrownBy(() -> new Rbm(rbm.weights(), rbm.hiddenBias(), rbm.visibleBias()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Rbm: expected weights [m, n] and biases [m] and [n], received [4, 3], [3] and [4]");
        assertThatThrownBy(() -> new Rbm(rbm.weights(), rbm.visibleBias().to(Precision.FLOAT32), rbm.hiddenBias()))
                .hasMessageContaining("in one precision");
    }
}
