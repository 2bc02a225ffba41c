package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The float32 kernels of images against the reference loops, on random geometries. */
@Tag("engine")
class FloatConvolutionTest {
    @BeforeAll
    static void useVectors() throws InterruptedException {
        WarmUp.await();
    }

    private static final int GEOMETRIES = 120;

    private final SplittableRandom random = new SplittableRandom(231);

    /** Every inner loop that this JVM can run. */
    static List<ShiftedSums> sums() throws ReflectiveOperationException {
        List<ShiftedSums> all = new ArrayList<>(List.of(new PlainShiftedSums()));
        ShiftedSums best = ((FloatKernels) FloatKernels.create(Workers.of(1))).shiftedSums();
        if (!(best instanceof PlainShiftedSums)) {
            all.add(best);
            // the one for 16 registers too, whatever this processor has
            all.add(Class.forName("nursery.tensor.VectorShiftedSums")
                    .asSubclass(ShiftedSums.class)
                    .getDeclaredConstructor()
                    .newInstance());
        }
        return all;
    }

    private static Supplier<Interleave> interleave(ShiftedSums sums) {
        return sums instanceof PlainShiftedSums
                ? Interleave::new
                : ((FloatKernels) FloatKernels.create(Workers.of(1)))::interleave;
    }

    private Tensor normal(int... dims) {
        // part of a larger tensor, as a slice of a batch is
        Tensor t = Tensor.zeros(Shape.of(dims).batch(2), Precision.FLOAT32);
        t.fillNormal(random, 0, 1);
        return t.rows(1, 2).reshape(Shape.of(dims));
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    @ParameterizedTest
    @MethodSource("sums")
    void convolution_and_its_gradients_are_those_of_the_reference(ShiftedSums sums) {
        ConvolutionKernels reference = new ConvolutionKernels() {};
        ConvolutionKernels fast = new FloatConvolution(
                () -> sums, interleave(sums), Workers.of(1)); // one for all: what it keeps must not leak
        for (int i = 0; i < GEOMETRIES; i++) {
            int size = i % 2 == 0 ? 3 : upTo(5);
            int stride = i % 4 == 0 ? 1 : upTo(3);
            int padding = random.nextInt(size);
            int smallest = Math.max(1, size - 2 * padding);
            int height = smallest + random.nextInt(12);
            int width = smallest + random.nextInt(60);
            Tensor x = normal(upTo(3), i % 3 == 0 ? 16 : upTo(20), height, width);
            Tensor w = normal(upTo(18), x.shape().dim(1), size, size);
            Tensor b = normal(w.rows());
            Tensor dy = normal(
                    x.rows(),
                    w.rows(),
                    Convolution.outputLength(height, size, stride, padding),
                    Convolution.outputLength(width, size, stride, padding));
            String geometry = x.shape() + " by " + w.shape() + ", stride " + stride + ", padding " + padding;

            Tensor y = normal(dims(dy));
            Tensor expected = normal(dims(dy));
            fast.forward(x, w, b, stride, padding, y);
            reference.forward(x, w, b, stride, padding, expected);
            requireSame(y, expected, "y of " + geometry);

            Tensor dx = normal(dims(x));
            expected = normal(dims(x));
            fast.inputGradient(dy, w, stride, padding, dx);
            reference.inputGradient(dy, w, stride, padding, expected);
            requireSame(dx, expected, "dx of " + geometry);

            Tensor dw = normal(dims(w));
            expected = normal(dims(w));
            fast.weightGradient(dy, x, stride, padding, dw);
            reference.weightGradient(dy, x, stride, padding, expected);
            requireSame(dw, expected, "dw of " + geometry);
        }
    }

    /** Plain and, where this JVM has them, with vectors. */
    static List<PoolingKernels> poolings() {
        return List.of(new FloatPooling(Workers.of(1)), ((FloatKernels) FloatKernels.create(Workers.of(1))).pooling());
    }

    /** Images enough that threads share them. */
    @Test
    void threads_change_no_bit() {
        Tensor x = normal(9, 8, 20, 50);
        Tensor w = normal(11, 8, 3, 3);
        Tensor b = normal(11);
        double[][] alone = results(x, w, b, Workers.of(1));
        for (int threads = 2; threads <= 4; threads++) {
            try (Workers workers = Workers.of(threads)) {
                assertThat(results(x, w, b, workers)).isDeepEqualTo(alone);
            }
        }
    }

    private static double[][] results(Tensor x, Tensor w, Tensor b, Workers workers) {
        Tensor images = x.in(Arena.of(Precision.FLOAT32, workers));
        Tensor y = Convolution.forward(images, w, b, 1, 1);
        Tensor max = Pooling.max(y, 2, 2);
        Tensor dy = Pooling.maxGradient(max, y, max, 2, 2);
        Tensor[] all = {
            y, max, dy, Convolution.weightGradient(dy, images, w, 1, 1), Convolution.inputGradient(dy, w, images, 1, 1)
        };
        return Stream.of(all).map(Tensor::toDoubles).toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("poolings")
    void pooling_gives_the_same_bits_as_the_reference(PoolingKernels fast) {
        PoolingKernels reference = new PoolingKernels() {};
        for (int i = 0; i < GEOMETRIES; i++) {
            int size = i % 2 == 0 ? 2 : upTo(4);
            int stride = i % 2 == 0 ? 2 : upTo(4);
            Tensor x = normal(upTo(3), upTo(3), size + random.nextInt(9), size + random.nextInt(80));
            for (int j = 0; j < x.size(); j++) {
                x.set(j, Math.max(0, Math.rint(2 * x.get(j)))); // ties, as behind ReLU
            }
            Tensor dy = normal(
                    x.rows(),
                    x.shape().dim(1),
                    Convolution.outputLength(x.shape().dim(2), size, stride, 0),
                    Convolution.outputLength(x.shape().dim(3), size, stride, 0));
            Tensor y = normal(dims(dy));
            Tensor expected = normal(dims(dy));
            fast.max(x, size, stride, y);
            reference.max(x, size, stride, expected);
            assertThat(y.toDoubles()).containsExactly(expected.toDoubles());

            Tensor dx = normal(dims(x));
            expected = normal(dims(x));
            fast.maxGradient(dy, x, y, size, stride, dx);
            reference.maxGradient(dy, x, y, size, stride, expected);
            assertThat(dx.toDoubles()).containsExactly(expected.toDoubles());
        }
    }

    @Test
    void batch_statistics_and_their_gradients_are_those_of_the_reference() {
        NormalizationKernels reference = new NormalizationKernels() {};
        NormalizationKernels fast = new FloatNormalization();
        for (int i = 0; i < GEOMETRIES; i++) {
            int channels = upTo(70);
            int[] dims = i % 2 == 0 ? new int[] {upTo(9), channels} : new int[] {upTo(4), channels, upTo(9), upTo(17)};
            Tensor x = normal(dims);
            Tensor dy = normal(dims);
            Tensor gamma = normal(channels);
            Tensor beta = normal(channels);
            double epsilon = 0.1; // two rows may be nearly equal

            Tensor mean = both(channels, "mean", t -> fast.mean(x, t), t -> reference.mean(x, t));
            Tensor variance =
                    both(channels, "variance", t -> fast.variance(x, mean, t), t -> reference.variance(x, mean, t));
            both(
                    dims,
                    "y",
                    t -> fast.normalize(x, mean, variance, epsilon, gamma, beta, t),
                    t -> reference.normalize(x, mean, variance, epsilon, gamma, beta, t));
            Tensor dbeta = both(channels, "dbeta", t -> fast.sum(dy, t), t -> reference.sum(dy, t));
            Tensor dgamma = both(
                    channels,
                    "dgamma",
                    t -> fast.scaleGradient(dy, x, mean, variance, epsilon, t),
                    t -> reference.scaleGradient(dy, x, mean, variance, epsilon, t));
            both(
                    dims,
                    "dx",
                    t -> fast.inputGradient(dy, x, mean, variance, epsilon, gamma, dgamma, dbeta, t),
                    t -> reference.inputGradient(dy, x, mean, variance, epsilon, gamma, dgamma, dbeta, t));
            both(
                    dims,
                    "dx in evaluation",
                    t -> fast.scale(dy, variance, epsilon, gamma, t),
                    t -> reference.scale(dy, variance, epsilon, gamma, t));
        }
    }

    private interface Into {
        void compute(Tensor out);
    }

    private Tensor both(int channels, String what, Into fast, Into reference) {
        return both(new int[] {channels}, what, fast, reference);
    }

    private Tensor both(int[] dims, String what, Into fast, Into reference) {
        Tensor actual = normal(dims);
        Tensor expected = normal(dims);
        fast.compute(actual);
        reference.compute(expected);
        requireSame(actual, expected, what);
        return actual;
    }

    private static int[] dims(Tensor t) {
        int[] dims = new int[t.shape().rank()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = t.shape().dim(i);
        }
        return dims;
    }

    private static void requireSame(Tensor actual, Tensor expected, String what) {
        for (int i = 0; i < expected.size(); i++) {
            double error = Math.abs(actual.get(i) - expected.get(i));
            assertThat(error).as(what + " at " + i).isLessThan(2e-5 * (10 + Math.abs(expected.get(i))));
        }
    }
}
