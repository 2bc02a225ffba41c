package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The float32 loops of ReLU's relatives: against float64, and with and without the Vector API. */
@Tag("engine")
class RectifierKernelsTest {
    private static final Kernels FAST = Kernels.create(Precision.FLOAT32, Workers.of(1));
    private static final Kernels PLAIN = new FloatKernels(Workers.of(1));

    /** out = f(dy, x). */
    private interface Operation {
        void run(Kernels kernels, Tensor dy, Tensor x, Tensor out);
    }

    private static final List<Operation> OPERATIONS = List.of(
            (k, dy, x, out) -> k.leakyRelu(x, 0.01, out),
            (k, dy, x, out) -> k.leakyReluGradient(dy, x, 0.01, out),
            (k, dy, x, out) -> k.elu(x, 1, out),
            (k, dy, x, out) -> k.elu(x, 0.7, out),
            (k, dy, x, out) -> k.eluGradient(dy, x, 0.7, out),
            (k, dy, x, out) -> k.softplus(x, out),
            (k, dy, x, out) -> k.gelu(x, out),
            (k, dy, x, out) -> k.geluGradient(dy, x, out));

    @BeforeAll
    static void useVectors() throws InterruptedException {
        WarmUp.await();
    }

    private final SplittableRandom random = new SplittableRandom(3);

    private Tensor normal(int offset, int n, double std) {
        Tensor padded = Tensor.zeros(Shape.of(offset + n), Precision.FLOAT32);
        padded.fillNormal(random, 0, std);
        return padded.rows(offset, offset + n);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void agree_with_float64_on_odd_sizes_and_views(int offset) {
        for (Operation operation : OPERATIONS) {
            for (int n : new int[] {0, 1, 7, 16, 33, 100, 1000}) {
                Tensor x = normal(offset, n, 3);
                Tensor dy = normal(offset, n, 1);
                Tensor out = normal(offset, n, 1);
                Tensor expected = Tensor.zeros(x.shape(), Precision.FLOAT64);
                operation.run(DoubleKernels.INSTANCE, dy.to(Precision.FLOAT64), x.to(Precision.FLOAT64), expected);
                operation.run(FAST, dy, x, out);
                for (int i = 0; i < n; i++) {
                    double e = expected.get(i);
                    assertThat(Math.abs(out.get(i) - e))
                            .as("x = %s", x.get(i))
                            .isLessThanOrEqualTo(2e-6 * Math.abs(e) + 1e-6 * Math.abs(dy.get(i)) + 1e-30);
                }
            }
        }
    }

    @Test
    void plain_and_vector_kernels_give_the_same_bits() {
        float[] special = {
            Float.NaN,
            1e30f,
            -1e30f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            -0f,
            0f,
            1e-40f,
            -1e-40f,
            14,
            -14
        };
        for (Operation operation : OPERATIONS) {
            for (int n : new int[] {11, 16, 45, 1001}) {
                Tensor x = normal(1, n, 10);
                for (int i = 0; i < special.length; i++) {
                    x.set(i, special[i]);
                }
                Tensor dy = normal(0, n, 1);
                Tensor plain = normal(0, n, 1);
                Tensor fast = normal(0, n, 1);
                operation.run(PLAIN, dy, x, plain);
                operation.run(FAST, dy, x, fast);
                assertThat(fast.toDoubles()).containsExactly(plain.toDoubles());
            }
        }
    }

    @Test
    void functions_are_exact_to_a_millionth_also_far_from_zero() {
        Tensor x = Tensor.zeros(Shape.of(40_001), Precision.FLOAT32);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, (i - 20_000) * 6.5e-4); // -13 to 13
        }
        requireExact(x, Rectifiers.elu(x, 1), v -> v > 0 ? v : Math.expm1(v));
        requireExact(x, Rectifiers.softplus(x), v -> Math.log1p(Math.exp(v)));
        // 1 - Φ(9) by its asymptotic series is 1.1285884e-19; further in, the reference has digits of its own
        requireExact(
                x.map(v -> Math.max(-5, v)),
                Rectifiers.gelu(x.map(v -> Math.max(-5, v))),
                v -> v * NormalDistribution.below(v));
        Tensor far = Rectifiers.gelu(Tensor.of(new float[] {-9}, Shape.of(1)));
        assertThat(far.get(0) / (-9 * 1.1285884059538e-19)).isBetween(1 - 5e-6, 1 + 5e-6);
    }

    private static void requireExact(Tensor x, Tensor y, DoubleUnaryOperator f) {
        for (int i = 0; i < x.size(); i++) {
            double expected = f.applyAsDouble(x.get(i));
            assertThat(Math.abs(y.get(i) - expected))
                    .as("x = %s", x.get(i))
                    .isLessThanOrEqualTo(2e-6 * Math.abs(expected));
        }
    }

    @Test
    void infinity_and_not_a_number() {
        Tensor x = Tensor.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}, Shape.of(3));
        Tensor ones = Tensor.of(new float[] {1, 1, 1}, Shape.of(3));

        assertThat(Rectifiers.leakyRelu(x, 0.01).toDoubles())
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(Rectifiers.elu(x, 1).toDoubles()).containsExactly(Double.NaN, Double.POSITIVE_INFINITY, -1);
        assertThat(Rectifiers.softplus(x).toDoubles()).containsExactly(Double.NaN, Double.POSITIVE_INFINITY, 0);
        double[] gelu = Rectifiers.gelu(x).toDoubles();
        assertThat(gelu[0]).isNaN();
        assertThat(gelu[1]).isInfinite();
        assertThat(gelu[2]).isZero();
        double[] slope = Rectifiers.geluGradient(ones, x).toDoubles();
        assertThat(slope[0]).isNaN();
        assertThat(slope[1]).isOne();
        assertThat(slope[2]).isZero();
    }

    @Test
    void the_normal_distribution_at_known_points() {
        assertThat(NormalDistribution.below(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.below(1.959963984540054)).isBetween(0.975 - 1e-15, 0.975 + 1e-15);
        assertThat(NormalDistribution.below(-3))
                .isBetween(0.0013498980316300946 - 1e-15, 0.0013498980316300946 + 1e-15);
        assertThat(NormalDistribution.below(40)).isOne();
        assertThat(NormalDistribution.below(-40)).isZero();
    }
}
