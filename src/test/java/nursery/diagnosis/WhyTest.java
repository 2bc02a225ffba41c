package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.History;
import org.junit.jupiter.api.Test;

/** The evidence of a finding. */
class WhyTest {
    private static final Split BLOBS =
            TestData.blobs(3, 4, 200, 3).split(0.7, 0.15, 0.15).standardize();
    private final History history = Trainer.sgd(1e-6)
            .epochs(20)
            .fit(Net.input(4).dense(30).relu().dense(3).softmax(), BLOBS);
    private final Diagnosis diagnosis = history.diagnose();
    private final Finding finding = diagnosis.findings().get(0);
    private final Why why = diagnosis.why(finding);

    @Test
    void the_number_the_threshold_and_what_was_tried() {
        assertThat(why.toString())
                .startsWith("D34 learning rate too low (warn, confidence 0.95)")
                .contains("update ratio: ", ", threshold 0.001 (CS231n)")
                .contains("tried: learning rate x 100000 learns ")
                .contains("fix(): the learning rate that a sweep finds");
    }

    @Test
    void a_notebook_shows_the_words_and_the_charts() {
        assertThat(why.html())
                .contains("learning rate too low", "fix(): the learning rate that a sweep finds")
                .contains("<img");
    }

    @Test
    void a_table_of_one_row() {
        assertThat(why.table().columnNames())
                .containsExactly("statistic", "value", "threshold", "source", "layer", "step");
    }

    @Test
    void a_curve_for_each_experiment_and_the_history() {
        assertThat(diagnosis.experiments()).isNotEmpty();
        assertThat(why.plot().panels())
                .hasSize(
                        diagnosis.experiments().size() + history.plot().panels().size());
        assertThat(history.why(finding).finding()).isSameAs(finding);
    }
}
