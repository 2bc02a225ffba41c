package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nursery.Model;
import nursery.Net;
import nursery.Nursery;
import nursery.Reference;
import nursery.Trainer;
import nursery.activations.Activation;
import nursery.data.Dataset;
import nursery.optimizers.Optimizer;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three full-batch steps against the numbers of src/test/python/training_reference.py. */
@Tag("engine")
class TrainingMatchesPyTorchTest {
    private static final Reference REFERENCE = Reference.read("training_reference.txt");
    private static final Shape ROWS_IN = Shape.of(6, 4);

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "nesterov", "adam"})
    void optimizers_with_l2_make_the_same_steps(String name) {
        Optimizer optimizer = switch (name) {
            case "sgd" -> Nursery.sgd();
            case "momentum" -> Nursery.momentum();
            case "nesterov" -> Nursery.nesterov();
            default -> Nursery.adam();
        };
        Net net = Net.input(4).dense(5).tanh().dense(3).softmax().l2(0.01);
        requireSame(name, net, optimizer, classes());
    }

    @ParameterizedTest
    @CsvSource({
        "relu, softmax", "relu, hinge", "relu, linear", "relu, sigmoid", "relu, squared_softmax",
        "tanh, softmax", "tanh, hinge", "tanh, linear", "tanh, sigmoid", "tanh, squared_softmax",
        "sigmoid, softmax", "sigmoid, hinge", "sigmoid, linear", "sigmoid, sigmoid", "sigmoid, squared_softmax"
    })
    void activations_and_heads_have_the_same_losses_and_gradients(String activation, String head) {
        Activation f = switch (activation) {
            case "relu" -> Nursery.relu();
            case "tanh" -> Nursery.tanh();
            default -> Nursery.sigmoid();
        };
        Net body = Net.input(4).dense(5).activation(f).dense(3);
        Net net = switch (head) {
            case "softmax" -> body.softmax();
            case "hinge" -> body.hinge();
            case "linear" -> body.linear();
            case "sigmoid" -> body.sigmoid();
            default -> body.softmax().loss(Nursery.meanSquaredError());
        };
        requireSame(activation + "_" + head, net, Nursery.sgd(), head.equals("linear") ? numbers() : classes());
    }

    private static void requireSame(String name, Net net, Optimizer optimizer, Dataset data) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-10 : 2e-5;
            Model start = net.init(0, precision);
            start.variables()
                    .forEach(v -> v.value()
                            .assign(Tensor.of(
                                            REFERENCE.get("start." + v.name()),
                                            v.parameter().shape())
                                    .to(precision)));

            History history = Trainer.of(optimizer)
                    .learningRate(0.1)
                    .batchSize(6)
                    .epochs(3)
                    .fit(start, data.split(1, 0, 0));

            assertThat(history.stepLosses()).containsExactly(REFERENCE.get(name + ".losses"), within(tolerance));
            history.model()
                    .variables()
                    .forEach(v -> assertThat(v.value().toDoubles())
                            .as(v.name())
                            .containsExactly(REFERENCE.get(name + "." + v.name()), within(tolerance)));
        }
    }

    private static Dataset classes() {
        return Dataset.of(Tensor.of(REFERENCE.get("x"), ROWS_IN), new int[] {0, 1, 2, 0, 1, 2});
    }

    private static Dataset numbers() {
        return Dataset.of(Tensor.of(REFERENCE.get("x"), ROWS_IN), Tensor.of(REFERENCE.get("numbers"), Shape.of(6, 3)));
    }
}
