package nursery.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
    private static final int IN = 300;
    private static final int OUT = 200;

    private static Tensor draw(Initializer initializer, long seed, Precision precision, int... shape) {
        Tensor w = Tensor.zeros(Shape.of(shape), precision);
        initializer.fill(w, shape[0], w.columns(), Seed.of(seed).generator());
        return w;
    }

    static Stream<Arguments> variances() {
        return Stream.of(
                Arguments.of(new Normal(0.01), 1e-4, Double.NaN),
                Arguments.of(new Uniform(0.3), 0.03, 0.3),
                Arguments.of(new Lecture(), 1.0 / IN, Double.NaN),
                Arguments.of(new Xavier(), 2.0 / (IN + OUT), Double.NaN),
                Arguments.of(new XavierUniform(), 2.0 / (IN + OUT), Math.sqrt(6.0 / (IN + OUT))),
                Arguments.of(new He(), 2.0 / IN, Double.NaN),
                Arguments.of(new HeUniform(), 2.0 / IN, Math.sqrt(6.0 / IN)));
    }

    /** The fourth moment of N(0, σ²) is 3 σ⁴ and of a uniform number 1.8 σ⁴; tolerances are five standard errors. */
    @ParameterizedTest
    @MethodSource("variances")
    void moments_are_those_of_theory(Initializer initializer, double variance, double bound) {
        int n = IN * OUT;
        boolean normal = Double.isNaN(bound);
        for (long seed = 0; seed < 5; seed++) {
            Tensor w = draw(initializer, seed, Precision.FLOAT64, IN, OUT);
            double kurtosis = normal ? 3 : 1.8;
            double fourth = 0;
            double largest = 0;
            for (double v : w.toDoubles()) {
                fourth += v * v * v * v / n / (variance * variance);
                largest = Math.max(largest, Math.abs(v));
            }
            assertThat(w.mean()).isCloseTo(0, within(5 * Math.sqrt(variance / n)));
            assertThat(w.dot(w) / n / variance).isCloseTo(1, within(5 * Math.sqrt((kurtosis - 1) / n)));
            assertThat(fourth).isCloseTo(kurtosis, within(normal ? 0.25 : 0.05));
            assertThat(normal || (largest <= bound && largest > 0.999 * bound)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "70, 30", "30, 70", "1, 9", "9, 1", "1, 1"})
    void the_shorter_sides_of_an_orthogonal_matrix_are_orthonormal(int rows, int columns) {
        for (Precision precision : Precision.values()) {
            Tensor q = draw(new Orthogonal(), 3, precision, rows, columns);
            Tensor gram = rows >= columns ? q.transposeMatmul(q) : q.matmulTranspose(q);
            double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-6;
            for (int i = 0; i < gram.rows(); i++) {
                for (int j = 0; j < gram.rows(); j++) {
                    assertThat(gram.get(i, j)).isCloseTo(i == j ? 1 : 0, within(tolerance));
                }
            }
        }
    }

    @Test
    void orthogonal_filters_and_gain() {
        Tensor w = draw(new Orthogonal(Math.sqrt(2)), 1, Precision.FLOAT64, 4, 3, 3, 3)
                .flat();
        Tensor gram = w.matmulTranspose(w);

        assertThat(gram.get(2, 2)).isCloseTo(2, within(1e-12));
        assertThat(gram.get(0, 3)).isCloseTo(0, within(1e-12));
    }

    /** Without the signs of R, Householder's Q would always turn the same way: the first number never positive. */
    @Test
    void orthogonal_matrices_turn_either_way() {
        long positive = Stream.iterate(0L, seed -> seed + 1)
                .limit(200)
                .filter(seed ->
                        draw(new Orthogonal(), seed, Precision.FLOAT64, 3, 3).get(0) > 0)
                .count();

        assertThat(positive).isBetween(65L, 135L); // 100 on average, five deviations of 7
    }

    @Test
    void constants() {
        assertThat(draw(new Constant(0.5), 1, Precision.FLOAT32, 2, 2).toDoubles())
                .containsOnly(0.5);
        assertThat(new Constant(0)).hasToString("zeros()");
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Uniform(-1)).hasMessageContaining("bound of at least 0, received -1.0");
        assertThatThrownBy(() -> new Orthogonal(0)).hasMessageContaining("above 0, received 0.0");
    }
}
