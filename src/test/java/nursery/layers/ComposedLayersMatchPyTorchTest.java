package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nursery.Reference;
import nursery.activations.Relu;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single layers against the numbers of src/test/python/composed_layers_reference.py, in both precisions. */
class ComposedLayersMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("composed_layers_reference.txt");

    @Test
    void convolution_of_single_pixels() {
        requireSame("pointwise", Conv.same(6, 1), List.of("W", "b"), 4, 3, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dilated_7_6_3_1_2_2", "dilated_9_8_2_2_1_3", "dilated_5_5_3_1_0_1"})
    void dilated_convolution(String name) {
        int[] n = numbers(name);
        requireSame(name, new DilatedConv(3, n[2], n[3], n[4], n[5]), List.of("W", "b"), 2, n[0], n[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avg_5_7_2_2", "avg_6_6_3_2", "avg_4_5_2_1", "avg_7_4_2_3", "avg_1_1_1_1"})
    void average_pooling(String name) {
        int[] n = numbers(name);
        requireSame(name, new AvgPool(n[2], n[3]), List.of(), 3, n[0], n[1]);
    }

    @Test
    void global_pooling() {
        requireSame("globalAvg", new GlobalAvgPool(), List.of(), 2, 4, 5);
        requireSame("globalMax", new GlobalMaxPool(), List.of(), 2, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({"layerNorm_flat, '7'", "layerNorm_image, '2 3 4'", "layerNorm_one, '1'"})
    void layer_normalization(String name, String shape) {
        int[] in =
                Arrays.stream(shape.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        requireSame(name, new LayerNorm(), List.of("gamma", "beta"), in);
    }

    @Test
    void maxout() {
        requireSame("maxout", new Maxout(2, 3), List.of("W", "b"), 4);
    }

    @Test
    void a_residual_block() {
        Residual residual = new Residual(List.of(new Dense(3), new Activate(new Relu()), new Dense(4)));
        requireSame("residual", residual, List.of("dense1.W", "dense1.b", "dense2.W", "dense2.b"), 4);
    }

    @Test
    void embedding() {
        for (Precision precision : Precision.values()) {
            LayerRun run = new LayerRun(new Embedding(9, 4), precision, 3);
            run.set("W", REFERENCE.get("embedding.W"));
            Tensor y = run.forward(REFERENCE.get("embedding.x"), true);
            requireSame(y, "embedding.y");
            run.backward(y, REFERENCE.get("embedding.dy"));
            requireSame(run.gradient("W"), "embedding.dW");
        }
    }

    /** The numbers in a name: height, width, size ... */
    private static int[] numbers(String name) {
        return Arrays.stream(name.split("_", -1))
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static void requireSame(String name, Layer layer, List<String> parameters, int... in) {
        for (Precision precision : Precision.values()) {
            LayerRun run = new LayerRun(layer, precision, in);
            parameters.forEach(p -> run.set(p, REFERENCE.get(name + "." + p)));
            Tensor y = run.forward(REFERENCE.get(name + ".x"), true);
            requireSame(y, name + ".y");
            requireSame(run.backward(y, REFERENCE.get(name + ".dy")), name + ".dx");
            parameters.forEach(p -> requireSame(run.gradient(p), name + ".d" + p));
        }
    }

    private static void requireSame(Tensor actual, String name) {
        double[] expected = REFERENCE.get(name);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double tolerance = actual.precision() == Precision.FLOAT64 ? 1e-10 : 1e-5;
        assertThat(actual.toDoubles())
                .as(name + " in " + actual.precision())
                .containsExactly(expected, within(tolerance * Math.max(1e-2, largest)));
    }
}
