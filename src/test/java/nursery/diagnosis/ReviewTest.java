package nursery.diagnosis;

import static nursery.Nursery.binaryCrossEntropy;
import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.meanSquaredError;
import static nursery.Nursery.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nursery.Checklist;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.activations.Activation;
import nursery.data.Split;
import nursery.optimizers.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that show before anything runs. */
class ReviewTest {
    private static final Split BLOBS =
            TestData.blobs(3, 4, 500, 3).split(0.7, 0.15, 0.15).standardize();
    private static final Trainer TRAINER = Trainer.momentum(0.01);
    private static final Net HIDDEN = Net.input(4).dense(30).relu();
    private static final Net NET = HIDDEN.dense(3).softmax();

    static Stream<Arguments> faults() {
        Activation wrong = Activation.of("wrong", Math::tanh, x -> 1);
        Split few = Split.of(BLOBS.train(), BLOBS.validation().take(10), BLOBS.test());
        return Stream.of(
                Arguments.of("D11", HIDDEN.dense(3).loss(crossEntropy()), TRAINER, BLOBS),
                Arguments.of("D11", HIDDEN.dense(3).relu().softmax(), TRAINER, BLOBS),
                Arguments.of("D12", NET.activation(softmax()), TRAINER, BLOBS),
                Arguments.of(
                        "D13",
                        Net.input(4).dense(30).activation(softmax()).dense(3).softmax(),
                        TRAINER,
                        BLOBS),
                Arguments.of("D14", Net.input(4).dense(30).dense(3).softmax(), TRAINER, BLOBS),
                Arguments.of("D15", NET.loss(meanSquaredError()), TRAINER, BLOBS),
                Arguments.of("D16", HIDDEN.dense(3).dropout(0.5).softmax(), TRAINER, BLOBS),
                Arguments.of(
                        "D17",
                        Net.input(4)
                                .dense(30)
                                .dropout(0.5)
                                .batchNorm()
                                .relu()
                                .dense(3)
                                .softmax(),
                        TRAINER,
                        BLOBS),
                Arguments.of("D19", NET, TRAINER.optimizer(new Adam(0.9, 0.999, 1e-16)), BLOBS),
                Arguments.of(
                        "D26", Net.input(4).dense(30).activation(wrong).dense(3).softmax(), TRAINER, BLOBS),
                Arguments.of("D61", NET, TRAINER, few));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_fault_is_found_before_the_training(String id, Net net, Trainer trainer, Split data) {
        Review review = Checklist.review(net, trainer, data);

        assertThat(review.passed()).isFalse();
        assertThat(review.findings().get(0).id()).as(review.toString()).isEqualTo(id);
    }

    @Test
    void a_healthy_program_passes() {
        Review review = Checklist.review(NET, TRAINER, BLOBS);

        assertThat(review.findings()).as(review.toString()).isEmpty();
        assertThat(review.passed()).isTrue();
        assertThat(review.toString()).isEqualTo("Nothing wrong found before the training.");
        assertThat(review.html()).isEqualTo("<p>Nothing wrong found before the training.</p>");
    }

    @Test
    void two_faults_of_the_wiring_are_both_shown_in_words_a_table_and_a_plot() {
        Net sick = Net.input(4).dense(30).dense(3).relu().softmax();

        Review review = Checklist.review(sick, TRAINER, BLOBS);

        assertThat(review.findings())
                .filteredOn(Finding::warns)
                .extracting(Finding::id)
                .containsExactly("D11", "D14");
        assertThat(review.toString()).startsWith("2 findings:").contains("D14 missing activation function (warn)");
        assertThat(review.table().columnNames())
                .containsExactly("id", "finding", "severity", "confidence", "evidence", "explanation", "advice");
        assertThat(review.html()).contains("2 findings:", "missing activation function");
        assertThat(review.plot().panels()).hasSize(1);
    }

    @Test
    void nothing_is_wrong_with_a_head_of_one_output() {
        Split two = TestData.blobs(2, 4, 700, 3).split(0.7, 0.15, 0.15).standardize();

        assertThat(Checklist.review(HIDDEN.dense(1).sigmoid(), TRAINER, two).passed())
                .isTrue();
        assertThat(Checklist.review(HIDDEN.dense(1).loss(binaryCrossEntropy()), TRAINER, two)
                        .findings())
                .extracting(Finding::id)
                .contains("D11");
    }
}
