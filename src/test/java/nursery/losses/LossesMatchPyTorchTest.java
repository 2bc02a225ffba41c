package nursery.losses;

import static java.util.Objects.requireNonNull;
import static nursery.Nursery.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import nursery.Nursery;
import nursery.Reference;
import nursery.activations.Activation;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and gradients against the numbers of src/test/python/losses_reference.py. */
class LossesMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("losses_reference.txt");
    private static final double[] WEIGHTS = {0.5, 2, 0, 3};
    private static final Activation AS_IT_IS = Activation.of("as it is", x -> x, x -> 1);

    static Stream<Arguments> fromScores() {
        return Stream.of(
                arguments("plain", crossEntropy(), "one_hot"),
                arguments("weights", crossEntropy().classWeights(WEIGHTS), "one_hot"),
                arguments("smoothing", crossEntropy().labelSmoothing(0.1), "one_hot"),
                arguments("both", crossEntropy().labelSmoothing(0.3).classWeights(WEIGHTS), "one_hot"),
                arguments("shares", crossEntropy(), "shares"),
                arguments("shares_smoothing", crossEntropy().labelSmoothing(0.2), "shares"),
                arguments("binary", Nursery.binaryCrossEntropy(), "one_hot"),
                arguments("binary_shares", Nursery.binaryCrossEntropy(), "shares"));
    }

    static Stream<Arguments> fromOutputs() {
        Activation softmax = Nursery.softmax();
        Activation sigmoid = Nursery.sigmoid();
        return Stream.concat(
                fromScores().map(a -> arguments(a.get()[0], a.get()[1], a.get()[2], ((Loss) a.get()[1]).output())),
                Stream.of(
                        arguments("hinge_1.0", Nursery.hinge(), "one_hot", AS_IT_IS),
                        arguments("hinge_0.3", Nursery.hinge(0.3), "one_hot", AS_IT_IS),
                        arguments("hinge_2.5", Nursery.hinge(2.5), "one_hot", AS_IT_IS),
                        arguments("binary_softmax", Nursery.binaryCrossEntropy(), "one_hot", softmax),
                        arguments("squared", Nursery.meanSquaredError(), "numbers", AS_IT_IS),
                        arguments("squared_softmax", Nursery.meanSquaredError(), "one_hot", softmax),
                        arguments("squared_tanh", Nursery.meanSquaredError(), "numbers", Nursery.tanh()),
                        arguments("huber_sigmoid", Nursery.huber(0.4), "one_hot", sigmoid),
                        arguments("huber_1.0", Nursery.huber(), "numbers", AS_IT_IS),
                        arguments("huber_0.25", Nursery.huber(0.25), "numbers", AS_IT_IS),
                        arguments("huber_3.0", Nursery.huber(3), "numbers", AS_IT_IS)));
    }

    @ParameterizedTest
    @MethodSource("fromScores")
    void from_scores(String name, Loss loss, String targets) {
        for (Precision precision : Precision.values()) {
            Tensor z = tensor("z", precision);
            Tensor dz = z.copy();
            Tensor y = z.copy();

            double value = loss.ofScores(z, tensor(targets, precision), y, dz);

            requireSame(name, precision, value, dz);
            assertThat(y.toDoubles())
                    .containsExactly(requireNonNull(loss.output()).forward(z).toDoubles(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("fromOutputs")
    void from_outputs(String name, Loss loss, String targets, Activation output) {
        for (Precision precision : Precision.values()) {
            Tensor z = tensor("z", precision);
            Tensor y = output.forward(z);
            Tensor dy = y.copy();

            double value = loss.apply(y, tensor(targets, precision), dy);

            requireSame(name, precision, value, output.backward(dy, z, y));
        }
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void weights_and_smoothing_behind_two_softmaxes(Precision precision) {
        Loss loss = crossEntropy().classWeights(WEIGHTS).labelSmoothing(0.3);
        Activation softmax = Nursery.softmax();
        Tensor z = tensor("z", precision);
        Tensor once = softmax.forward(z);
        Tensor dOnce = once.copy();

        double value = loss.ofScores(once, tensor("one_hot", precision), once.copy(), dOnce);

        requireSame("both_twice", precision, value, softmax.backward(dOnce, z, once));
    }

    static Precision[] precisions() {
        return Precision.values();
    }

    private static void requireSame(String name, Precision precision, double value, Tensor dz) {
        double tolerance = precision == Precision.FLOAT64 ? 1e-10 : 1e-5;
        assertThat(value).isCloseTo(REFERENCE.get(name + ".loss")[0], within(tolerance));
        assertThat(dz.toDoubles()).containsExactly(REFERENCE.get(name + ".dz"), within(tolerance));
    }

    private static Tensor tensor(String name, Precision precision) {
        return Tensor.of(REFERENCE.get(name), Shape.of(7, 4)).to(precision);
    }
}
