package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.training.History;
import org.junit.jupiter.api.Test;

class HistoryReportTest {
    private final History classes = Trainer.momentum(0.05)
            .epochs(4)
            .fit(
                    Net.input(3).dense(8).relu().dense(3).softmax(),
                    TestData.blobs(3, 3, 60, 1).split(0.8, 0.2, 0));

    @Test
    void the_table_has_a_row_for_each_epoch_and_split() {
        assertThat(classes.table().columnNames())
                .containsExactly("epoch", "split", "loss", "accuracy", "learning_rate", "update_ratio", "seconds");
        assertThat(classes.table().rowCount()).isEqualTo(8);
        assertThat(classes.table().stringColumn("split").asList()).startsWith("train", "validation", "train");
        assertThat(classes.table().doubleColumn("loss").get(7))
                .isEqualTo(classes.lastEpoch().validationLoss());
    }

    @Test
    void the_text_has_a_line_for_each_epoch_and_no_seconds() {
        assertThat(classes.toString().lines()).hasSize(5);
        assertThat(classes.toString()).doesNotContain("second");
    }

    @Test
    void the_plot_shows_loss_accuracy_and_update_ratio() {
        assertThat(classes.plot().panels())
                .extracting(Panel::title)
                .containsExactly("Loss", "Accuracy", "Update ratio");
        assertThat(classes.plot().toString())
                .contains("validation: 4 points", "dense1.W", "dense2.W", "band about 1e-3");
    }

    @Test
    void regression_has_no_accuracy() {
        double[][] x = {{0}, {1}, {2}, {3}};
        History history = Trainer.sgd(0.01)
                .epochs(3)
                .fit(
                        Net.input(1).dense(1).linear(),
                        Data.of(x, new double[] {1, 3, 5, 7}).split(1, 0, 0));

        assertThat(history.plot().panels()).extracting(Panel::title).containsExactly("Loss", "Update ratio");
        assertThat(history.lastEpoch().trainAccuracy()).isNaN();
        assertThat(history.lastEpoch().trainLoss())
                .isLessThan(history.epochs().get(0).trainLoss());
    }

    @Test
    void a_diverged_run_is_drawn_and_says_why_it_stopped() {
        History history = Trainer.sgd(1e6)
                .fit(
                        Net.input(1).dense(1).linear(),
                        Data.of(new double[][] {{1e20}, {2e20}, {3e20}}, new double[] {1, 2, 3})
                                .split(1, 0, 0));

        assertThat(history.plot().html()).contains("not finite from");
        assertThat(history.toString()).contains("stopped: the loss became");
    }
}
