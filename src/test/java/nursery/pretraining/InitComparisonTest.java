package nursery.pretraining;

import static nursery.Nursery.he;
import static nursery.Nursery.normal;
import static nursery.Nursery.xavier;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nursery.Data;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitComparisonTest {

    /** With NURSERY_DATA the rows are real digits, else drawn ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_pre_trained_deep_sigmoid_net_beats_small_random_weights_at_equal_epochs(long seed) {
        Split data = digits().split(0.8, 0.2, 0, seed);
        Dbn dbn = RbmTrainer.of(0.1)
                .epochs(5)
                .seed(seed)
                .stack(data, 100, 100, 100)
                .dbn();

        InitComparison found = InitComparison.run(
                dbn, Trainer.momentum(0.1).epochs(5).seed(seed).threads(1), data, normal(0.01), xavier(), he());

        double small = found.starts().get(0).lastEpoch().validationAccuracy();
        double pretrained = found.starts().get(3).lastEpoch().validationAccuracy();
        assertThat(pretrained).isGreaterThan(small + 0.3);
        assertThat(found.starts().get(3).lastEpoch().trainLoss())
                .isLessThan(found.starts().get(0).lastEpoch().trainLoss() / 2);
    }

    private static Dataset digits() {
        String folder = System.getenv("NURSERY_DATA");
        return folder != null && Files.isDirectory(Path.of(folder, "mnist"))
                ? Data.mnist().take(2500)
                : Data.digits(1500, 231);
    }

    @Test
    void the_comparison_is_a_table_a_plot_and_a_text() {
        Split data = Data.digits(200, 231).split(0.8, 0.2, 0);
        Dbn dbn = RbmTrainer.of(0.1).epochs(1).stack(data, 20).dbn();

        InitComparison found = InitComparison.run(dbn, Trainer.momentum(0.1).epochs(2), data, xavier());

        assertThat(found.starts()).extracting(InitComparison.Start::name).containsExactly("xavier()", "RBM");
        assertThat(found.table().columnNames())
                .containsExactly("start", "epoch", "train_loss", "validation_loss", "validation_accuracy");
        assertThat(found.table().rowCount()).isEqualTo(4);
        assertThat(found.plot().figures()).hasSize(2);
        assertThat(found.plot().toString()).contains("Training loss", "Validation accuracy");
        assertThat(found.toString().lines()).hasSize(3);
        assertThat(found.interrupted()).isFalse();
    }

    @Test
    void an_interrupt_keeps_the_starts_so_far() {
        Split data = Data.digits(200, 231).split(0.8, 0.2, 0);
        Dbn dbn = RbmTrainer.of(0.1).epochs(1).stack(data, 20).dbn();
        Thread.currentThread().interrupt();

        InitComparison found = InitComparison.run(dbn, Trainer.momentum(0.1).epochs(2), data, xavier());

        assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
        assertThat(found.interrupted()).isTrue();
        assertThat(found.starts()).isEmpty();
        assertThat(found.toString()).endsWith("interrupted; run it again");
    }
}
