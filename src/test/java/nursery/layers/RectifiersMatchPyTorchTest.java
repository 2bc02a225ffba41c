package nursery.layers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import nursery.Reference;
import nursery.activations.Elu;
import nursery.activations.Gelu;
import nursery.activations.LeakyRelu;
import nursery.activations.Silu;
import nursery.activations.Softplus;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activation functions against the numbers of src/test/python/rectifiers_reference.py, in both precisions. */
class RectifiersMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("rectifiers_reference.txt");
    private static final double[] X = REFERENCE.get("x");
    private static final double[] DY = REFERENCE.get("dy");
    private static final Map<String, Layer> LAYERS = Map.of(
            "leakyRelu", new Activate(new LeakyRelu()),
            "leakyRelu_0.2", new Activate(new LeakyRelu(0.2)),
            "elu", new Activate(new Elu()),
            "elu_0.7", new Activate(new Elu(0.7)),
            "gelu", new Activate(new Gelu()),
            "silu", new Activate(new Silu()),
            "softplus", new Activate(new Softplus()),
            "prelu", new Prelu(),
            "rrelu", new Rrelu());

    @ParameterizedTest
    @ValueSource(
            strings = {"leakyRelu", "leakyRelu_0.2", "elu", "elu_0.7", "gelu", "silu", "softplus", "prelu", "rrelu"})
    void forward_and_backward(String name) {
        for (Precision precision : Precision.values()) {
            LayerRun run = new LayerRun(requireNonNull(LAYERS.get(name)), precision, 6);
            Tensor y = run.forward(X, false);
            requireSame(y, name + ".y");
            requireSame(run.backward(y, DY), name + ".dx");
        }
    }

    @Test
    void the_learned_slope_of_prelu() {
        for (Precision precision : Precision.values()) {
            LayerRun run = new LayerRun(new Prelu(), precision, 6);
            run.backward(run.forward(X, true), DY);
            requireSame(run.gradient("alpha"), "prelu.dalpha");
        }
    }

    private static void requireSame(Tensor actual, String name) {
        double tolerance = actual.precision() == Precision.FLOAT64 ? 1e-10 : 1e-5;
        double[] expected = REFERENCE.get(name);
        assertThat(actual.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i))
                    .as("%s of x = %s in %s", name, X[i], actual.precision())
                    .isCloseTo(expected[i], within(tolerance * Math.max(1e-2, Math.abs(expected[i]))));
        }
    }
}
