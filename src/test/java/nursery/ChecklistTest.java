package nursery;

import static nursery.Nursery.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.activations.Activation;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Check;
import nursery.diagnosis.Report;
import nursery.diagnosis.Status;
import nursery.tensor.ShapeException;
import nursery.training.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistTest {
    private static final Split CLASSES =
            TestData.blobs(3, 4, 100, 1).split(0.8, 0.1, 0.1).standardize();
    private static final Split TWO =
            TestData.blobs(2, 4, 150, 1).split(0.8, 0.1, 0.1).standardize();
    private static final Split NUMBERS = Data.of(
                    IntStream.range(0, 300)
                            .mapToObj(i -> new double[] {Math.sin(i), Math.cos(0.3 * i), i / 300.0})
                            .toArray(double[][]::new),
                    IntStream.range(0, 300)
                            .mapToDouble(i -> 4 + Math.sin(i) * Math.cos(0.3 * i) + 3 * (i / 300.0))
                            .toArray())
            .split(0.8, 0.1, 0.1)
            .standardize();
    private static final Net NET = Net.input(4).dense(30).relu().dense(3).softmax();

    static Stream<List<Object>> healthy() {
        return Stream.of(
                List.of(NET, CLASSES),
                List.of(NET.l2(1e-3), CLASSES),
                List.of(Net.input(4).dense(30).tanh().dense(3).hinge(), CLASSES),
                List.of(Net.input(4).dense(30).relu().dense(1).sigmoid(), TWO),
                List.of(Net.input(3).dense(40).relu().dense(1).linear(), NUMBERS));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_net_passes_every_check_with_every_head(List<Object> netAndData) {
        Report report = Checklist.run((Net) netAndData.get(0), (Split) netAndData.get(1));

        assertThat(report.checks())
                .extracting(Check::name)
                .containsExactly(
                        "finite numbers",
                        "constant features",
                        "scale",
                        "center",
                        "labels",
                        "sizes",
                        "rows in two parts",
                        "activations",
                        "initial loss",
                        "regularization",
                        "gradients",
                        "overfit 20 rows",
                        "zeroed inputs",
                        "learning rate",
                        "update ratio");
        assertThat(report.checks()).as(report.toString()).allMatch(c -> c.status() == Status.PASS);
        assertThat(report.plot().panels()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void the_guideline_leads_a_healthy_net_through_all_seven_steps(List<Object> netAndData) {
        Report report = Checklist.guideline((Net) netAndData.get(0), (Split) netAndData.get(1));

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.checks())
                .extracting(Check::name)
                .containsExactly(
                        "1 check initial loss",
                        "2 overfit a small sample",
                        "3 find a learning rate",
                        "4 coarse grid",
                        "5 refine, train longer",
                        "6 look at the curves",
                        "7 go to step 5");
    }

    @Test
    void the_guideline_stops_at_the_first_step_that_fails() {
        Net bad = Net.input(4).dense(30).relu().dense(3).loss(crossEntropy());
        Net blind = Net.input(4)
                .activation(Activation.of("blind", x -> 0, x -> 0))
                .dense(9)
                .relu()
                .dense(3)
                .softmax();

        assertThat(Checklist.guideline(bad, CLASSES).checks())
                .singleElement()
                .satisfies(c -> assertThat(c.name()).isEqualTo("1 check initial loss"))
                .satisfies(c -> assertThat(c.status()).isEqualTo(Status.FAIL));
        assertThat(Checklist.guideline(blind, CLASSES).checks())
                .extracting(Check::status)
                .containsExactly(Status.PASS, Status.FAIL);
    }

    @Test
    void each_check_can_be_made_alone() {
        assertThat(Checklist.initialLoss(NET, CLASSES).checks()).hasSize(1);
        assertThat(Checklist.regularization(NET, CLASSES).checks()).hasSize(1);
        assertThat(Checklist.gradients(NET, CLASSES).checks()).hasSize(1);
        assertThat(Checklist.overfit(NET, CLASSES, 7).checks().get(0).actual()).startsWith("7 of 7 correct");
        assertThat(Checklist.zeroedInputs(NET, CLASSES).checks()).hasSize(1);
        assertThat(Checklist.learningRate(NET, CLASSES).checks()).hasSize(2);
        assertThat(Checklist.updateRatio(NET, CLASSES).checks())
                .extracting(Check::name)
                .containsExactly("update ratio");
    }

    @Test
    void nothing_of_the_user_changes() {
        History before = Trainer.momentum(0.05).epochs(2).seed(7).fit(NET, CLASSES);
        double[] features = CLASSES.train().features().toDoubles();

        String report = Checklist.run(NET, CLASSES).toString();

        assertThat(History.last()).isSameAs(before);
        assertThat(CLASSES.train().features().toDoubles()).containsExactly(features);
        assertThat(Checklist.run(NET, CLASSES)).as("again").hasToString(report);
        History after = Trainer.momentum(0.05).epochs(2).seed(7).fit(NET, CLASSES);
        assertThat(after.stepLosses()).containsExactly(before.stepLosses());
        assertThat(after.model().parameter("dense1.W").toDoubles())
                .containsExactly(before.model().parameter("dense1.W").toDoubles());
    }

    @Test
    void an_interrupt_ends_it_with_what_there_is() {
        Thread.currentThread().interrupt();
        Report atOnce = Checklist.run(NET, CLASSES);
        Thread.currentThread().interrupt();
        Report guideline = Checklist.guideline(NET, CLASSES);

        assertThat(Thread.interrupted()).as("the mark is taken").isFalse();
        assertThat(atOnce.checks())
                .singleElement()
                .satisfies(c -> assertThat(c.actual()).isEqualTo("interrupted"));
        assertThat(guideline.checks()).hasSize(1);
    }

    @Test
    void an_interrupt_in_the_middle_of_a_training_ends_it_too() {
        // the activation is called in every step: the 500th call falls into the overfitting
        int[] calls = {0};
        Activation counting = Activation.of("counting", Math::tanh, x -> {
            if (++calls[0] == 200_000) {
                Thread.currentThread().interrupt();
            }
            return 1 - Math.tanh(x) * Math.tanh(x);
        });

        Report report = Checklist.run(
                Net.input(4).dense(30).activation(counting).dense(3).softmax(), CLASSES);

        assertThat(report.checks().get(report.checks().size() - 1).actual()).isEqualTo("interrupted");
        assertThat(report.checks()).hasSizeBetween(8, 13);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_net_that_does_not_fit_the_data_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Checklist.run(Net.input(5).dense(3).softmax(), CLASSES))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("expected rows of 5 numbers for a net with input [5], received rows of 4");
        assertThatThrownBy(() -> Checklist.run(Net.input(4).dense(7).softmax(), CLASSES))
                .hasMessageContaining("end the net in dense(3)");
        assertThatThrownBy(() -> Checklist.run(Net.input(4).dense(3), CLASSES))
                .hasMessageStartingWith("expected a net that ends in a head");
    }

    @Test
    void labels_shuffled_against_their_rows_are_found() {
        Dataset rows = TestData.blobs(3, 4, 400, 1);
        int[] labels = IntStream.range(0, rows.rows())
                .map(i -> (i * 7919 + i / 3) % 5 % 3)
                .toArray();

        Report report = Checklist.run(
                NET, Dataset.of(rows.features(), labels).split(0.6, 0.2, 0.2).standardize());

        assertThat(report.checks())
                .filteredOn(c -> c.status() == Status.FAIL)
                .extracting(Check::name)
                .contains("zeroed inputs");
    }
}
