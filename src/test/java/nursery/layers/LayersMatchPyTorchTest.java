package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nursery.Reference;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single layers against the numbers of src/test/python/layers_reference.py, in both precisions. */
@Tag("engine")
class LayersMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("layers_reference.txt");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv_2_3_5_4_2_3_1_1",
                "conv_1_1_1_1_1_1_1_0",
                "conv_2_2_7_5_3_3_2_1",
                "conv_1_2_6_9_2_4_3_2",
                "conv_2_2_4_4_9_2_1_0",
                "conv_1_3_8_8_1_5_2_0"
            })
    void convolution(String name) {
        int[] n = numbers(name);
        for (Precision precision : Precision.values()) {
            LayerRun run = new LayerRun(new Conv(n[4], n[5], n[6], n[7]), precision, n[1], n[2], n[3]);
            run.set("W", REFERENCE.get(name + ".W"));
            run.set("b", REFERENCE.get(name + ".b"));

            requireSame(run, name, true);
            requireSame(run.gradient("W"), name + ".dW");
            requireSame(run.gradient("b"), name + ".db");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool_5_7_2_2", "pool_6_6_3_2", "pool_4_5_2_1", "pool_1_1_1_1"})
    void max_pooling_with_ties(String name) {
        int[] n = numbers(name);
        for (Precision precision : Precision.values()) {
            requireSame(new LayerRun(new MaxPool(n[2], n[3]), precision, 2, n[0], n[1]), name, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"norm_dense", "norm_image"})
    void batch_normalization_in_three_training_steps_and_in_evaluation(String name) {
        for (Precision precision : Precision.values()) {
            int[] in = name.equals("norm_dense") ? new int[] {3} : new int[] {2, 3, 2};
            LayerRun run = new LayerRun(new BatchNorm(), precision, in);
            run.set("gamma", REFERENCE.get(name + ".gamma"));
            run.set("beta", REFERENCE.get(name + ".beta"));
            for (int step = 0; step < 3; step++) {
                requireNormalized(run, name + "." + step, true);
            }
            requireSame(run.variable("mean"), name + ".mean");
            requireSame(run.variable("variance"), name + ".variance");
            requireNormalized(run, name + ".eval", false);
            requireSame(run.variable("mean"), name + ".mean");
        }
    }

    private static void requireNormalized(LayerRun run, String name, boolean training) {
        requireSame(run, name, training);
        requireSame(run.gradient("gamma"), name + ".dgamma");
        requireSame(run.gradient("beta"), name + ".dbeta");
    }

    private static void requireSame(LayerRun run, String name, boolean training) {
        Tensor y = run.forward(REFERENCE.get(name + ".x"), training);
        requireSame(y, name + ".y");
        requireSame(run.backward(y, REFERENCE.get(name + ".dy")), name + ".dx");
    }

    private static void requireSame(Tensor actual, String name) {
        double tolerance = actual.precision() == Precision.FLOAT64 ? 1e-11 : 3e-5;
        assertThat(actual.toDoubles()).as(name).containsExactly(REFERENCE.get(name), within(tolerance));
    }

    /** The numbers in a name: batch, channels, height ... */
    private static int[] numbers(String name) {
        return Arrays.stream(name.split("_"))
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
