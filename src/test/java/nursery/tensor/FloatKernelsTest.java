package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every float32 kernel against the naive default, on random shapes, odd sizes, views and repeated operands. */
@Tag("engine")
class FloatKernelsTest {
    @BeforeAll
    static void useVectors() throws InterruptedException {
        WarmUp.await();
    }

    private static final Kernels FAST = Kernels.create(Precision.FLOAT32, Workers.of(1));
    private static final Kernels NAIVE = () -> Precision.FLOAT32;

    /** An operation on tensors, the last of which it may change. */
    private interface Operation extends BiConsumer<Kernels, Tensor[]> {}

    private final SplittableRandom random = new SplittableRandom(7);

    /** Numbers from N(0, 1), at an offset of {@code offset}. */
    private Tensor normal(int offset, int... dims) {
        Shape shape = Shape.of(dims);
        Tensor padded = Tensor.zeros(Shape.of(offset + shape.size()), Precision.FLOAT32);
        padded.fillNormal(random, 0, 1);
        return padded.rows(offset, padded.rows()).reshape(shape);
    }

    /** Runs the operation both ways on the same numbers and compares all tensors afterwards. */
    private static void compare(double tolerance, Operation operation, Tensor... tensors) {
        Tensor[] naive = new Tensor[tensors.length];
        Tensor[] before = new Tensor[tensors.length];
        for (int i = 0; i < tensors.length; i++) {
            naive[i] = tensors[i].copy();
            before[i] = tensors[i].copy();
        }
        operation.accept(NAIVE, naive);
        operation.accept(FAST, tensors);
        for (int i = 0; i < tensors.length; i++) {
            for (int j = 0; j < naive[i].size(); j++) {
                double expected = naive[i].get(j);
                assertThat(tensors[i].get(j))
                        .as("number %d of tensor %d %s", j, i, tensors[i].shape())
                        .isEqualTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private List<int[]> sizes() {
        List<int[]> sizes = new ArrayList<>(List.of(new int[] {1, 1}, new int[] {0, 3}, new int[] {64, 32}));
        for (int i = 0; i < 30; i++) {
            sizes.add(new int[] {1 + random.nextInt(40), 1 + random.nextInt(70)});
        }
        return sizes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void elementwise_operations_with_repeated_rows(int offset) {
        List<Operation> operations = List.of(
                (k, t) -> k.plus(t[0], t[1], t[2]),
                (k, t) -> k.minus(t[0], t[1], t[2]),
                (k, t) -> k.times(t[0], t[1], t[2]),
                (k, t) -> k.dividedBy(t[0], t[1], t[2]),
                (k, t) -> k.zip(t[0], t[1], (a, b) -> a * b + 1, t[2]),
                (k, t) -> k.map(t[0], a -> 3 * a, t[2]),
                (k, t) -> k.scale(t[0], 0.3, t[2]));
        for (Operation operation : operations) {
            for (int[] s : sizes()) {
                Tensor a = normal(offset, s);
                compare(2e-7, operation, a, normal(offset, s), normal(0, s));
                compare(2e-7, operation, a, normal(0, s[1]), normal(offset, s));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void activations_and_their_gradients(int offset) {
        List<Operation> operations = List.of(
                (k, t) -> k.relu(t[0], t[2]),
                (k, t) -> k.tanh(t[0], t[2]),
                (k, t) -> k.sigmoid(t[0], t[2]),
                (k, t) -> k.softmax(t[0], t[2]),
                (k, t) -> k.reluGradient(t[0], t[1], t[2]),
                (k, t) -> k.tanhGradient(t[0], t[1], t[2]),
                (k, t) -> k.sigmoidGradient(t[0], t[1], t[2]),
                (k, t) -> k.relu(t[0], t[0]),
                (k, t) -> k.tanhGradient(t[0], t[1], t[0]));
        for (Operation operation : operations) {
            for (int[] s : sizes()) {
                compare(5e-7, operation, normal(offset, s), normal(offset, s), normal(0, s));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void sums_and_updates(int offset) {
        List<Operation> operations = List.of(
                (k, t) -> k.sumRows(t[0], t[4]),
                (k, t) -> t[4].set(0, k.sum(t[0])),
                (k, t) -> t[4].set(0, k.dot(t[0], t[1])),
                (k, t) -> t[4].set(0, k.squaredDistance(t[0], t[1])),
                (k, t) -> k.addScaled(t[0], 0.3, t[1]),
                (k, t) -> k.momentum(t[0], t[1], t[2], 0.1, 0.9),
                (k, t) -> k.nesterov(t[0], t[1], t[2], 0.1, 0.9),
                (k, t) -> k.adam(t[0], t[1], t[2], t[3], 0.1, 0.9, 0.999, 1e-8, 0.1, 0.001));
        for (Operation operation : operations) {
            for (int[] s : sizes()) {
                Tensor v = normal(0, s);
                v.kernels().times(v, v, v); // a second moment is not negative
                compare(2e-6, operation, normal(offset, s), normal(offset, s), normal(0, s), v, normal(0, s[1]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void adaptive_updates_and_limits(int offset) {
        List<Operation> operations = List.of(
                (k, t) -> k.adagrad(t[0], t[1], t[3], 0.1, 1e-2),
                (k, t) -> k.rmsprop(t[0], t[1], t[3], 0.1, 0.9, 1e-2),
                (k, t) -> {
                    t[2].timesInPlace(1e-3); // else the variance is a small difference of large numbers
                    k.rmsprop(t[0], t[1], t[3], t[2], t[4], 0.1, 0.9, 1e-1, 0.5, true);
                },
                (k, t) -> k.adadelta(t[0], t[1], t[3], t[5], 0.1, 0.9, 1e-2),
                (k, t) -> k.nadam(t[0], t[1], t[2], t[3], 0.01, 0.1, 0.9, 0.999, 1e-2, 0.5),
                (k, t) -> k.adamax(t[0], t[1], t[2], t[3], 0.1, 0.9, 0.999, 1e-2),
                (k, t) -> k.asgd(t[0], t[1], t[2], 0.1, 0.99, 0.25),
                (k, t) -> k.rprop(t[0], t[1], t[2], t[3], 0.5, 1.2, 0.01, 1.5),
                (k, t) -> k.sparseAdam(t[0], t[1], t[2], t[3], 0.1, 0.9, 0.999, 1e-2),
                (k, t) -> t[2].set(0, k.sumAbs(t[0])),
                (k, t) -> k.addSign(t[0], 0.3, t[1]),
                (k, t) -> k.clamp(t[1], 0.5),
                (k, t) -> k.limitColumns(t[1], 2),
                (k, t) -> k.limitRows(t[1], 2));
        for (Operation operation : operations) {
            for (int[] s : sizes()) {
                if (s[0] > 0) {
                    Tensor g = normal(offset, s);
                    g.rows(0, 1).fill(0); // a row without a gradient
                    Tensor v = normal(0, s);
                    v.kernels().times(v, v, v); // a second moment is not negative
                    compare(5e-6, operation, normal(offset, s), g, normal(0, s), v, normal(offset, s), v.times(0.5));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void softmax_cross_entropy(int offset) {
        for (int[] s : sizes()) {
            Tensor t = Tensor.zeros(Shape.of(s), Precision.FLOAT32);
            for (int i = 0; i < s[0]; i++) {
                t.set(i * s[1] + random.nextInt(s[1]), 1);
            }
            compare(
                    1e-6,
                    (k, x) -> x[4].set(0, s[0] == 0 ? 0 : k.softmaxCrossEntropy(x[0], x[1], x[2], x[3])),
                    normal(offset, s),
                    t,
                    normal(offset, s),
                    normal(offset, s),
                    normal(0, 1));
        }
    }

    @Test
    void products_are_chains_of_fused_multiply_adds_in_ascending_order() {
        int[] lengths = {0, 1, 2, 3, 4, 5, 7, 8, 16, 17, 33, 63, 64, 65, 130, 513};
        for (int round = 0; round < 300; round++) {
            int m = lengths[random.nextInt(lengths.length)];
            int n = lengths[random.nextInt(lengths.length)];
            int k = lengths[random.nextInt(lengths.length)];
            boolean transposeA = random.nextBoolean();
            boolean transposeB = random.nextBoolean();
            Tensor a = normal(random.nextInt(3), transposeA ? k : m, transposeA ? m : k);
            Tensor b = normal(random.nextInt(3), transposeB ? n : k, transposeB ? k : n);
            Tensor bias = normal(random.nextInt(3), n);
            Tensor out = normal(random.nextInt(3), m, n);

            FAST.matmul(a, transposeA, b, transposeB, out);
            assertSameBits(out, chains(a, transposeA, b, transposeB, m, n, k));
            if (!transposeA && !transposeB) {
                FAST.affine(a, b, bias, out);
                Tensor expected = chains(a, false, b, false, m, n, k);
                NAIVE.plus(expected, bias, expected);
                assertSameBits(out, expected);
            }
        }
    }

    @Test
    void rows_times_a_matrix_larger_than_the_caches() {
        for (int m : new int[] {1, 4, 8, 13, 16, 33, 256, 257}) {
            int n = 1024 + 17 * (m % 64); // rests of every kind, as in k
            int k = 1024 + m;
            Tensor a = normal(1, m, k);
            Tensor b = normal(2, k, n);
            Tensor bias = normal(0, n);
            Tensor expected = chains(a, false, b, false, m, n, k);
            NAIVE.plus(expected, bias, expected);
            Tensor out = normal(1, m, n);

            FAST.affine(a, b, bias, out);

            assertSameBits(out, expected);
        }
    }

    @Test
    void the_last_columns_of_a_product_with_a_transposed_matrix() {
        for (int n = 17; n <= 64; n++) { // any rest of any vector
            int m = 64 + random.nextInt(80);
            int k = 1 + random.nextInt(12);
            boolean transposeB = random.nextBoolean();
            Tensor a = normal(1, k, m);
            Tensor b = normal(2, transposeB ? n : k, transposeB ? k : n);
            Tensor out = normal(3, m, n);

            FAST.matmul(a, true, b, transposeB, out);

            assertSameBits(out, chains(a, true, b, transposeB, m, n, k));
        }
    }

    @Test
    void long_and_narrow_results_of_plain_loops() {
        Kernels plain = new FloatKernels(Workers.of(1));
        for (int[] shape : new int[][] {{600, 70}, {513, 1}, {512, 64}, {1030, 129}}) { // blocks are 512 by 64
            Tensor a = normal(1, 9, shape[0]);
            Tensor b = normal(2, 9, shape[1]);
            Tensor out = normal(3, shape);

            plain.matmul(a, true, b, false, out);

            assertSameBits(out, chains(a, true, b, false, shape[0], shape[1], 9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 27})
    void rows_are_gathered_in_the_order_of_their_indices(int rows) {
        for (int n : new int[] {1, 16, 37}) {
            for (Precision from : Precision.values()) {
                for (Precision to : Precision.values()) {
                    Tensor source = normal(3, 40, n).to(from);
                    int[] indices = random.ints(rows + 2, 0, 40).toArray();
                    Tensor out = normal(1, rows, n).to(to);

                    out.gatherRows(source, indices, 1, rows + 1);

                    for (int i = 0; i < rows; i++) {
                        int row = indices[i + 1];
                        assertSameBits(out.rows(i, i + 1), source.rows(row, row + 1));
                    }
                }
            }
        }
    }

    @Test
    void rows_are_gathered_only_where_there_is_room_for_them() {
        Tensor source = normal(0, 5, 3);
        assertThatThrownBy(() -> normal(0, 5, 4).gatherRows(source, new int[] {1, 2}, 0, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("expected room for 2 rows of 3 numbers, received a tensor of shape [5, 4]");
        assertThatThrownBy(() -> normal(0, 1, 3).gatherRows(source, new int[] {1, 2}, 0, 2))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void an_inner_dimension_too_long_for_scratch_memory() {
        Tensor a = normal(1, 2, 270_000);
        Tensor b = normal(2, 270_000, 5);
        Tensor out = normal(0, 2, 5);

        FAST.matmul(a, false, b, false, out);

        assertSameBits(out, chains(a, false, b, false, 2, 5, 270_000));
    }

    @Test
    void many_rows_of_few_columns() {
        Tensor a = normal(1, 2051, 9);
        Tensor b = normal(2, 9, 5);
        Tensor out = normal(0, 2051, 5);

        FAST.matmul(a, false, b, false, out);

        assertSameBits(out, chains(a, false, b, false, 2051, 5, 9));
    }

    /** By isEqualTo, for containsExactly takes a time that is quadratic in the length. */
    private static void assertSameBits(Tensor actual, Tensor expected) {
        assertThat(actual.toDoubles()).as("product %s", actual.shape()).isEqualTo(expected.toDoubles());
    }

    private static Tensor chains(Tensor a, boolean transposeA, Tensor b, boolean transposeB, int m, int n, int inner) {
        Tensor out = Tensor.zeros(Shape.of(m, n), Precision.FLOAT32);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    double x = a.get(transposeA ? k * m + i : i * inner + k);
                    double y = b.get(transposeB ? j * inner + k : k * n + j);
                    sum = FloatMath.fma((float) x, (float) y, sum);
                }
                out.set(i * n + j, sum);
            }
        }
        return out;
    }

    @Test
    void plain_and_vector_kernels_give_the_same_bits() {
        Kernels plain = new FloatKernels(Workers.of(1));
        Tensor special = Tensor.of(
                new float[] {Float.NaN, 1e30f, -1e30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, 88.3f, -87
                },
                Shape.of(8));
        for (int[] s : sizes()) {
            Tensor x = normal(1, s);
            x.kernels().scale(x, 30, x);
            for (int i = 0; i < Math.min(8, x.size()); i++) {
                x.set(i, special.get(i));
            }
            Tensor y = normal(0, s);
            List<Operation> operations = List.of(
                    (k, t) -> k.relu(x, t[0]),
                    (k, t) -> k.reluGradient(x, y, t[0]),
                    (k, t) -> k.reluGradient(y, x, t[0]),
                    (k, t) -> k.sigmoid(x, t[0]),
                    (k, t) -> k.tanh(x, t[0]),
                    (k, t) -> k.softmax(x, t[0]),
                    (k, t) -> k.matmul(x, false, y, true, t[1]));
            for (Operation operation : operations) {
                Tensor[] expected = {normal(0, s), normal(0, s[0], s[0])};
                Tensor[] actual = {expected[0].copy(), expected[1].copy()};
                operation.accept(plain, expected);
                operation.accept(FAST, actual);
                assertSameBits(actual[0], expected[0]);
                assertSameBits(actual[1], expected[1]);
            }
        }
    }

    @Test
    void not_a_number_and_infinity_reach_the_result() {
        Tensor zero = Tensor.zeros(Shape.of(5, 5), Precision.FLOAT32);
        Tensor b = normal(0, 5, 5);
        b.set(7, Double.NaN);
        Tensor out = zero.matmul(b);
        assertThat(out.get(0, 2)).isNaN(); // 0 * NaN
        assertThat(out.get(4, 2)).isNaN();
        assertThat(out.get(0, 1)).isZero();

        b.set(7, Double.POSITIVE_INFINITY);
        assertThat(zero.matmul(b).get(3, 2)).isNaN(); // 0 * infinity
        Tensor special =
                Tensor.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}, Shape.of(3));
        assertThat(special.relu().toDoubles()).containsExactly(Double.NaN, Double.POSITIVE_INFINITY, 0);
        assertThat(special.tanh().toDoubles()).containsExactly(Double.NaN, 1, -1);
        assertThat(special.sigmoid().toDoubles()).containsExactly(Double.NaN, 1, 0);
        assertThat(special.reshape(Shape.of(1, 3)).softmax().toDoubles())
                .containsExactly(Double.NaN, Double.NaN, Double.NaN);
        assertThat(special.sum()).isNaN();
    }

    @Test
    void functions_stay_within_their_stated_errors() {
        double worstExp = 0;
        double worstTanh = 0;
        double worstSigmoid = 0;
        for (int i = -2_000_000; i <= 2_000_000; i++) {
            float x = i * 4.35e-5f; // -87 to 87
            worstExp = Math.max(worstExp, Math.abs(FloatMath.exp(x) / Math.exp(x) - 1));
            worstSigmoid = Math.max(worstSigmoid, Math.abs(FloatMath.sigmoid(x) * (1 + Math.exp(-x)) - 1));
            float y = i * 6e-6f; // -12 to 12
            double tanh = Math.tanh(y);
            worstTanh = Math.max(worstTanh, i == 0 ? 0 : Math.abs(FloatMath.tanh(y) / tanh - 1));
        }
        assertThat(worstExp).isLessThan(2e-7);
        assertThat(worstTanh).isLessThan(4e-7);
        assertThat(worstSigmoid).isLessThan(4e-7);
        assertThat(FloatMath.exp(100)).isInfinite();
        assertThat(FloatMath.exp(-100)).isZero();
        assertThat(FloatMath.exp(Float.NaN)).isNaN();
        assertThat(FloatMath.tanh(1e-30f)).isEqualTo(1e-30f);
    }
}
