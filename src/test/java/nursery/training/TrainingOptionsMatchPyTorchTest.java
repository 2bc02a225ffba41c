package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import nursery.Model;
import nursery.Net;
import nursery.Reference;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Penalties, constraints, clipping, groups and frozen parameters: three full-batch steps against the numbers of
 * src/test/python/regularization_reference.py.
 */
@Tag("engine")
class TrainingOptionsMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("regularization_reference.txt");
    private static final Net NET = Net.input(4).dense(5).tanh().dense(3).softmax();
    private static final Trainer TRAINER = Trainer.momentum(0.1).batchSize(6).epochs(3);

    static Stream<Arguments> options() {
        return Stream.of(
                arguments("l1", NET.l1(0.02), TRAINER),
                arguments("elasticNet", NET.elasticNet(0.02, 0.03), TRAINER),
                arguments("clipNorm", NET, TRAINER.clipNorm(0.1)),
                arguments("clipValue", NET, TRAINER.clipValue(0.05)),
                arguments("clipBoth", NET.l2(0.1), TRAINER.clipValue(0.05).clipNorm(0.1)),
                arguments("maxNorm", NET.maxNorm(0.7), TRAINER),
                arguments(
                        "groups",
                        NET.l2(0.1),
                        TRAINER.rateFactor("dense1.W", 0.1)
                                .rateFactor("dense2.b", 2)
                                .penaltyFactor("dense2", 0.5)),
                arguments("freeze", NET.elasticNet(0.02, 0.1), TRAINER.freeze("dense1")),
                arguments("freeze_one", NET.l2(0.1), TRAINER.freeze("dense1.b").clipNorm(0.2)));
    }

    @ParameterizedTest
    @MethodSource("options")
    void the_steps_are_the_same(String name, Net net, Trainer trainer) {
        Dataset data = Dataset.of(Tensor.of(REFERENCE.get("x"), Shape.of(6, 4)), new int[] {0, 1, 2, 0, 1, 2});
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-10 : 1e-5;
            Model start = net.init(0, precision);
            start.variables()
                    .forEach(v -> v.value().assign(start(v.name(), v.parameter().shape(), precision)));

            History history = trainer.fit(start, data.split(1, 0, 0));

            assertThat(history.stepCosts()).containsExactly(REFERENCE.get(name + ".costs"), within(tolerance));
            history.model()
                    .variables()
                    .forEach(v -> assertThat(v.value().toDoubles())
                            .as(v.name())
                            .containsExactly(REFERENCE.get(name + "." + v.name()), within(tolerance)));
        }
    }

    private static Tensor start(String name, Shape shape, Precision precision) {
        return Tensor.of(REFERENCE.get("start." + name), shape).to(precision);
    }
}
