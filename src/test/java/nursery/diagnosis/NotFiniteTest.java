package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.initializers.Initializer;
import nursery.tensor.Tensor;
import nursery.training.History;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NaN and infinity, wherever they are, are found and throw nothing. */
class NotFiniteTest {
    private static final Net HIDDEN =
            Net.input(4).dense(10).batchNorm().relu().dense(8).tanh();

    /** A head with data of its kind. */
    private record Head(Net net, Split data) {
        /** With numbers put into copies of the rows. */
        History fit(@Nullable Initializer initializer, Consumer<Tensor> train, Consumer<Tensor> validation) {
            Split sick = Split.of(changed(data.train(), train), changed(data.validation(), validation), data.test());
            Net start = initializer == null ? net : net.init(initializer);
            return Trainer.sgd(0.1).epochs(4).fit(start, sick);
        }

        private static Dataset changed(Dataset rows, Consumer<Tensor> change) {
            Tensor x = rows.features().copy();
            Dataset copy = rows.classification() ? Dataset.of(x, rows.labels()) : Dataset.of(x, rows.targets());
            change.accept(x);
            return copy;
        }
    }

    static Stream<Head> heads() {
        Split three = TestData.blobs(3, 4, 100, 3).split(0.7, 0.3, 0);
        Split two = TestData.blobs(2, 4, 150, 3).split(0.7, 0.3, 0);
        Dataset rows = TestData.blobs(2, 4, 150, 3);
        double[] numbers = new double[rows.rows()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.features().get(4 * i);
        }
        Tensor targets = Data.of(new double[numbers.length][1], numbers).targets();
        return Stream.of(
                new Head(HIDDEN.dense(3).softmax(), three),
                new Head(HIDDEN.dense(3).hinge(), three),
                new Head(HIDDEN.dense(1).sigmoid(), two),
                new Head(
                        HIDDEN.dense(1).linear(),
                        Dataset.of(rows.features(), targets).split(0.7, 0.3, 0)));
    }

    private static void finds(History history, String... ids) {
        Diagnosis diagnosis = history.diagnose();

        assertThat(diagnosis.healthy()).as(diagnosis.toString()).isFalse();
        assertThat(diagnosis.findings().get(0).id()).isIn((Object[]) ids);
        assertThat(diagnosis.html()).isNotEmpty();
        assertThat(diagnosis.plot().panels()).isNotEmpty();
        assertThat(diagnosis.why(diagnosis.findings().get(0)).toString()).isNotEmpty();
    }

    private static final double[] NUMBERS = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    @ParameterizedTest
    @MethodSource("heads")
    void in_one_feature_or_in_all(Head head) {
        for (double number : NUMBERS) {
            finds(head.fit(null, x -> x.set(9, number), x -> {}), "D01");
            finds(head.fit(null, x -> fill(x, number), x -> fill(x, number)), "D01");
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void in_the_weights(Head head) {
        for (double number : NUMBERS) {
            finds(
                    head.fit((w, in, out, random) -> fill(w, number), x -> {}, x -> {}),
                    "D31",
                    "D21",
                    "D22",
                    "D23",
                    "D27",
                    "D43");
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void in_the_validation_rows_alone(Head head) {
        for (double number : NUMBERS) {
            assertThat(head.fit(null, x -> {}, x -> x.set(9, number)).diagnose().findings())
                    .isNotEmpty();
            assertThat(head.fit(null, x -> {}, x -> fill(x, number)).diagnose().toString())
                    .isNotEmpty();
        }
    }

    private static void fill(Tensor x, double number) {
        for (int i = 0; i < x.size(); i++) {
            x.set(i, number);
        }
    }
}
