package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.Net;
import nursery.Reference;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Against the numbers of src/test/python/metrics_reference.py: class 4 is never predicted, class 5 has no rows. */
class ConfusionTest {
    private static final Reference REFERENCE = Reference.read("metrics_reference.txt");
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
    private static final Confusion CONFUSION =
            scoresAsTheyAre().confusion(Dataset.of(scores(), integers("actual"), NAMES));

    private static int[] integers(String name) {
        return Arrays.stream(REFERENCE.get(name)).mapToInt(v -> (int) v).toArray();
    }

    private static Tensor scores() {
        return Tensor.of(REFERENCE.get("scores"), Shape.of(200, 6));
    }

    /** A net whose outputs are its inputs. */
    private static Model scoresAsTheyAre() {
        Model model = Net.input(6).dense(6).init(1, Precision.FLOAT64);
        model.parameter("dense1.W").fill(0);
        IntStream.range(0, 6).forEach(i -> model.parameter("dense1.W").set(7 * i, 1));
        return model;
    }

    @Test
    void counts_are_those_of_scikit_learn() {
        assertThat(CONFUSION.counts().stream().flatMap(List::stream).mapToInt(i -> i))
                .containsExactly(Arrays.stream(integers("counts")).boxed().toArray(Integer[]::new));
        assertThat(CONFUSION.count(0, 1)).isEqualTo(integers("counts")[1]);
        assertThat(CONFUSION.rows()).isEqualTo(200);
        assertThat(CONFUSION.accuracy()).isEqualTo(REFERENCE.get("accuracy")[0]);
    }

    @Test
    void metrics_are_those_of_scikit_learn_but_for_NaN() {
        for (int c = 0; c < 6; c++) {
            ClassMetrics m = CONFUSION.metrics().get(c);
            assertThat(m.name()).isEqualTo(NAMES.get(c));
            assertThat(m.rows()).isEqualTo(integers("rows")[c]);
            assertThat(m.f1()).isCloseTo(REFERENCE.get("f1")[c], within(1e-12));
            if (c == 4) {
                assertThat(m.precision()).isNaN();
            } else {
                assertThat(m.precision()).isCloseTo(REFERENCE.get("precision")[c], within(1e-12));
            }
            if (c == 5) {
                assertThat(m.recall()).isNaN();
            } else {
                assertThat(m.recall()).isCloseTo(REFERENCE.get("recall")[c], within(1e-12));
            }
        }
        assertThat(new double[] {CONFUSION.macroPrecision(), CONFUSION.macroRecall(), CONFUSION.macroF1()})
                .containsExactly(REFERENCE.get("macro"), within(1e-12));
    }

    @Test
    void top_k_is_that_of_scikit_learn() {
        Model model = scoresAsTheyAre();
        Dataset data = Dataset.of(scores(), integers("actual"), NAMES);

        double[] top = IntStream.range(1, 6)
                .mapToDouble(k -> model.topKAccuracy(data, k))
                .toArray();

        assertThat(top).containsExactly(REFERENCE.get("top"), within(1e-12));
        assertThat(model.topKAccuracy(data, 6)).isOne();
    }

    @Test
    void equal_outputs_are_no_hit_for_every_class() {
        Model model = Net.input(2).dense(4).softmax().init(1);
        model.parameter("dense1.W").fill(0);
        Dataset data = Dataset.of(Tensor.zeros(Shape.of(4, 2), Precision.FLOAT32), new int[] {0, 1, 2, 3});

        for (int k = 1; k <= 4; k++) {
            assertThat(model.topKAccuracy(data, k)).isEqualTo(k / 4.0);
        }
        assertThat(model.accuracy(data)).isEqualTo(0.25);
    }

    @Test
    void one_output_decides_between_two_classes() {
        Split data = TestData.blobs(2, 4, 50, 1).split(0.8, 0, 0.2).standardize();
        Model model = Trainer.momentum(0.1)
                .epochs(20)
                .fit(Net.input(4).dense(1).sigmoid(), data)
                .model();

        assertThat(model.confusion(data.test()).accuracy())
                .isEqualTo(model.accuracy(data.test()))
                .isEqualTo(model.topKAccuracy(data.test(), 1))
                .isGreaterThan(0.6);
        assertThat(model.topKAccuracy(data.test(), 2)).isOne();
    }

    @Test
    void shows_matrix_metrics_and_why_there_is_NaN() {
        Confusion small = Confusion.of(List.of("cat", "dog", "<b>"), new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1});

        assertThat(small.toString().lines().map(String::stripTrailing))
                .containsExactly(
                        "4 rows, accuracy 0.7500; macro averages: precision 0.7500, recall 0.8333, F1 0.7333",
                        "      predicted",
                        "class cat dog <b>",
                        "cat     2   1   0",
                        "dog     0   1   0",
                        "<b>     0   0   0",
                        "class precision    recall        F1      rows",
                        "cat      1.0000    0.6667    0.8000         3",
                        "dog      0.5000    1.0000    0.6667         1",
                        "<b>         NaN       NaN       NaN         0",
                        "No rows of <b>: the recall is NaN, and the macro averages leave the class out.");
        assertThat(small.html())
                .contains("<td style=\"text-align:right\">NaN</td>")
                .contains("<p>No rows of &lt;b&gt;: the recall is NaN")
                .contains("macro averages: precision 0.7500");
        assertThat(small.table().columnNames()).containsExactly("class", "precision", "recall", "f1", "rows");
        assertThat(small.table().rowCount()).isEqualTo(3);
        assertThat(small.plot().toString()).contains("3 x 3 cells, 0 to 2").contains("No rows of <b>");
        assertThat(CONFUSION.notes())
                .containsExactly(
                        "No rows of f: the recall is NaN, and the macro averages leave the class out.",
                        "Never predicted: e; the precision is NaN, and 0 in the macro average.");
    }

    @Test
    void many_classes_leave_the_matrix_to_the_plot() {
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "class" + i).toList();
        Confusion wide = Confusion.of(names, new int[] {3}, new int[] {4});

        assertThat(wide.toString())
                .doesNotContain("predicted\n")
                .contains("class29")
                .contains("class10, ...:");
        assertThat(wide.plot().toString()).contains("30 x 30 cells");
    }

    @Test
    void bad_arguments_are_one_sentence() {
        Model model = scoresAsTheyAre();
        Dataset data = Dataset.of(scores(), integers("actual"), NAMES);
        for (int k : new int[] {0, -1, 7}) {
            requireMessage(
                    () -> model.topKAccuracy(data, k),
                    "topKAccuracy: expected k from 1 to the 6 classes, received " + k
                            + "; 5 is usual where there are many classes");
        }
        Dataset numbers = Dataset.of(scores(), Tensor.zeros(Shape.of(200, 6), Precision.FLOAT64));
        String regression = "expected rows with classes, received rows with numbers to predict; ask for loss(data)";
        requireMessage(() -> model.topKAccuracy(numbers, 1), regression);
        requireMessage(() -> model.confusion(numbers), regression);
        Dataset none = data.split(1, 0, 0).test();
        requireMessage(
                () -> model.confusion(none),
                "expected rows to evaluate, received none; give this part a share in split(...)");
        requireMessage(
                () -> Net.input(6).dense(3).init(1).confusion(data),
                "expected 6 outputs for 6 classes, received 3; end the net in dense(6)");
        model.parameter("dense1.W").set(0, Double.NaN);
        requireMessage(
                () -> model.confusion(data),
                "Confusion: expected outputs that are numbers, received NaN for row 0; the training diverged, ask for"
                        + " history.diagnose()");
        assertThat(model.topKAccuracy(data, 6)).isZero();
    }

    @Test
    void bad_counts_are_one_sentence() {
        List<String> two = List.of("a", "b");
        requireMessage(
                () -> Confusion.of(two, new int[3], new int[2]),
                "Confusion: expected a prediction for each of 3 rows, received 2");
        requireMessage(
                () -> Confusion.of(two, new int[] {0, 2}, new int[2]),
                "Confusion: expected classes from 0 to 1, received 2 in row 1; number the classes from 0");
        requireMessage(
                () -> Confusion.of(two, new int[2], new int[] {-1, 0}),
                "Confusion: expected classes from 0 to 1, received -1 in row 0; number the classes from 0");
        requireMessage(
                () -> new Confusion(two, List.of(List.of(1, 2))),
                "Confusion: expected 2 rows of 2 counts, at least one, received [[1, 2]]; give a count for every pair of"
                        + " classes");
        requireMessage(
                () -> new Confusion(two, List.of(List.of(1, 2), List.of(3, -4))),
                "Confusion: expected counts of at least 0, received [[1, 2], [3, -4]]");
    }

    private static void requireMessage(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
