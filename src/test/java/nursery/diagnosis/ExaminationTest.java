package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.symptoms.Divergence;
import nursery.symptoms.RateTooLow;
import nursery.symptoms.SmallValidation;
import nursery.symptoms.Symptoms;
import nursery.training.History;
import org.junit.jupiter.api.Test;

/** What is looked for, in which order and at what cost. */
class ExaminationTest {
    private static final Split BLOBS =
            TestData.blobs(3, 4, 200, 3).split(0.7, 0.15, 0.15).standardize();
    private static final Net NET = Net.input(4).dense(30).relu().dense(3).softmax();
    private static final Split SPIRAL = Data.spiral(3, 100, 231).split(0.8, 0.1, 0.1);
    private static final History SLOW = Trainer.sgd(1e-6).epochs(20).fit(NET, BLOBS);

    private static Symptom always(Mechanism mechanism, Severity severity) {
        return c -> Optional.of(Finding.of(
                "own", mechanism.toString(), mechanism, severity, Evidence.fact("so", "own"), "Why.", "What."));
    }

    private static List<String> names(Diagnosis d) {
        return d.findings().stream().map(Finding::id).toList();
    }

    @Test
    void the_usual_examination_looks_for_all_symptoms_at_a_fifth_of_the_steps() {
        assertThat(Examination.usual().symptoms()).isEqualTo(Symptoms.ALL);
        assertThat(Examination.usual().budget()).isEqualTo(0.2);
    }

    @Test
    void thresholds_can_be_replaced() {
        assertThat(Examination.usual().of(SLOW).findings())
                .filteredOn(f -> f.id().equals("D61"))
                .singleElement()
                .matches(f -> !f.warns());
        assertThat(Examination.usual()
                        .replace(new SmallValidation(100, 200))
                        .of(SLOW)
                        .findings())
                .filteredOn(f -> f.id().equals("D61"))
                .singleElement()
                .matches(Finding::warns);
        assertThat(Examination.usual().replace(new SmallValidation(100, 200)).symptoms())
                .hasSameSizeAs(Symptoms.ALL);
    }

    @Test
    void a_symptom_that_is_not_looked_for_cannot_be_replaced() {
        assertThatThrownBy(() -> Examination.usual().without(Divergence.class).replace(new Divergence()))
                .hasMessage("replace: expected a symptom that is looked for, received Divergence[]; "
                        + "add(...) takes one of your own");
        assertThatThrownBy(() -> Examination.usual().budget(Double.NaN))
                .hasMessage("budget: expected a share of the training of at least 0, received NaN; 0.2 is usual");
    }

    @Test
    void a_symptom_can_be_left_out() {
        assertThat(names(Examination.usual().of(SLOW))).contains("D34");
        assertThat(names(Examination.usual().without(RateTooLow.class).of(SLOW)))
                .doesNotContain("D34");
    }

    @Test
    void a_lambda_is_a_symptom() {
        Symptom shortRun = c -> c.history().steps() < 1000
                ? always(Mechanism.BUDGET, Severity.INFO).look(c)
                : Optional.empty();

        assertThat(names(Examination.usual().add(shortRun).of(SLOW))).contains("own");
        assertThat(names(Examination.usual().of(SLOW))).doesNotContain("own");
    }

    @Test
    void without_a_budget_nothing_is_tried() {
        assertThat(Examination.usual().of(SLOW).experiments()).isNotEmpty();
        assertThat(Examination.usual().budget(0).of(SLOW).experiments()).isEmpty();
    }

    @Test
    void the_budget_is_never_exceeded() {
        Net deep = Net.input(2).dense(50).tanh().dense(50).tanh().dense(3).softmax();
        Stream.of(
                        SLOW,
                        Trainer.adam(0.1).epochs(40).fit(deep, SPIRAL),
                        Trainer.sgd(0.01).epochs(30).clipNorm(1e-3).fit(deep.l2(0.1), SPIRAL),
                        Trainer.sgd(0.1).epochs(30).fit(NET.l1(0.1), BLOBS))
                .forEach(h -> {
                    List<Experiment> made = h.diagnose().experiments();
                    assertThat(made.stream().mapToInt(Experiment::steps).sum()).isLessThanOrEqualTo(h.steps() / 5);
                });
    }

    @Test
    void an_interrupt_keeps_what_was_found() {
        Symptom interrupts = c -> {
            Thread.currentThread().interrupt();
            return Optional.empty();
        };
        Examination three = new Examination(
                List.of(always(Mechanism.DATA, Severity.WARN), interrupts, always(Mechanism.RATE, Severity.WARN)), 0);

        Diagnosis diagnosis = three.of(SLOW);

        assertThat(diagnosis.findings()).extracting(Finding::name).containsExactly("data");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void what_follows_from_a_cause_is_a_remark_behind_it() {
        Diagnosis d = new Examination(
                        List.of(
                                always(Mechanism.SIGNAL, Severity.CRITICAL),
                                always(Mechanism.JUDGING, Severity.WARN),
                                always(Mechanism.RATE, Severity.WARN)),
                        0)
                .of(SLOW);

        assertThat(d.findings()).extracting(Finding::name).containsExactly("rate", "judging", "signal");
        assertThat(d.findings())
                .extracting(f -> f.severity())
                .containsExactly(Severity.WARN, Severity.WARN, Severity.INFO);
        assertThat(d.findings().get(2).explanation()).isEqualTo("This follows from: rate. Why.");
    }

    @Test
    void a_diagnosis_leaves_every_bit_as_it_was() {
        Net normalized = Net.input(4)
                .dense(20)
                .batchNorm()
                .relu()
                .dropout(0.2)
                .dense(3)
                .softmax()
                .l2(1e-3);
        History history = Trainer.adam(1).epochs(30).fit(normalized, BLOBS);
        List<double[]> weights = weights(history);
        List<double[]> initial = history.initial().variables().stream()
                .map(v -> v.value().toDoubles())
                .toList();
        double[] losses = history.stepLosses();
        double[] features = BLOBS.train().features().toDoubles();

        Diagnosis first = history.diagnose();
        Diagnosis second = history.diagnose();

        assertThat(weights(history)).usingRecursiveComparison().isEqualTo(weights);
        assertThat(history.initial().variables().stream()
                        .map(v -> v.value().toDoubles())
                        .toList())
                .usingRecursiveComparison()
                .isEqualTo(initial);
        assertThat(history.stepLosses()).containsExactly(losses);
        assertThat(BLOBS.train().features().toDoubles()).containsExactly(features);
        assertThat(History.last()).isSameAs(history);
        assertThat(second.toString()).isEqualTo(first.toString());
    }

    private static List<double[]> weights(History history) {
        return history.model().variables().stream()
                .map(v -> v.value().toDoubles())
                .toList();
    }
}
