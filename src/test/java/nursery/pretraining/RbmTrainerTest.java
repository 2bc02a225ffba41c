package nursery.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import nursery.Data;
import nursery.data.Split;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
class RbmTrainerTest {
    private final Split data = Data.digits(300, 231).split(0.8, 0.1, 0.1);
    private final RbmTrainer trainer = RbmTrainer.of(0.1).epochs(2).seed(5);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void contrastive_divergence_lowers_the_reconstruction_error_of_digits(boolean persistent) {
        Split digits = Data.digits(1500, 231).split(0.8, 0.1, 0.1);
        RbmTrainer ten = RbmTrainer.of(0.05).epochs(10).seed(1);

        RbmHistory history = (persistent ? ten.persistent() : ten).fit(digits, 64);

        RbmEpoch first = history.epochs().get(0);
        assertThat(history.epochs()).hasSize(11);
        assertThat(history.lastEpoch().trainError()).isLessThan(first.trainError() / 4);
        assertThat(history.lastEpoch().validationError()).isLessThan(first.validationError() / 4);
        assertThat(history.rbm().encode(digits.test()).shape()).isEqualTo(Shape.of(150, 64));
        assertThat(history.rbm().decode(history.rbm().encode(digits.test())).shape())
                .isEqualTo(Shape.of(150, 784));
    }

    @Test
    void the_same_seed_gives_the_same_bits_for_any_number_of_threads() {
        String one = bits(trainer.threads(1));

        assertThat(bits(trainer.threads(1))).isEqualTo(one);
        assertThat(bits(trainer.threads(2))).isEqualTo(one);
        assertThat(bits(trainer.threads(3))).isEqualTo(one);
        assertThat(bits(trainer.seed(6))).isNotEqualTo(one);
    }

    @Test
    void each_setting_changes_the_run() {
        String usual = bits(trainer);

        assertThat(bits(trainer.cd(2))).isNotEqualTo(usual);
        assertThat(bits(trainer.persistent())).isNotEqualTo(usual);
        assertThat(bits(trainer.batchSize(30))).isNotEqualTo(usual);
        assertThat(bits(trainer.learningRate(0.2))).isNotEqualTo(usual);
        assertThat(bits(trainer.epochs(3))).isNotEqualTo(usual);
    }

    private String bits(RbmTrainer t) {
        Rbm rbm = t.fit(data, 100).rbm();
        return Arrays.toString(rbm.weights().toDoubles())
                + Arrays.toString(rbm.visibleBias().toDoubles())
                + Arrays.toString(rbm.hiddenBias().toDoubles());
    }

    @Test
    void training_a_machine_leaves_it_as_it_was() {
        Rbm rbm = Rbm.of(784, 20, 1);
        double[] before = rbm.weights().toDoubles();

        Rbm trained = trainer.fit(rbm, data).rbm();

        assertThat(rbm.weights().toDoubles()).containsExactly(before);
        assertThat(trained.weights().toDoubles()).isNotEqualTo(before);
    }

    @Test
    void an_interrupt_stops_within_one_step_and_keeps_machine_and_history() {
        Thread.currentThread().interrupt();

        RbmHistory history = trainer.fit(data, 20);

        assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
        assertThat(history.steps()).isEqualTo(1);
        assertThat(history.totalSteps()).isEqualTo(24);
        assertThat(history.interrupted()).isTrue();
        assertThat(history.stopReason())
                .contains("interrupted at step 1; RbmHistory.last() keeps this history and its machine");
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.rbm().hiddenBias().norm()).isPositive();
        assertThat(RbmHistory.last()).isSameAs(history);
    }

    @Test
    void weights_that_are_not_finite_stop_it_and_it_says_where() {
        RbmHistory history = trainer.learningRate(1e300).fit(data, 20);

        assertThat(history.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("the weights became infinite or NaN at step ")
                        .endsWith("; lower the learning rate, 0.1 is usual"));
        assertThat(history.interrupted()).isFalse();
    }

    @Test
    void the_history_is_a_table_a_plot_and_a_text() {
        RbmHistory history = trainer.fit(data, 20);

        assertThat(history.table().columnNames())
                .containsExactly("epoch", "split", "reconstruction_error", "free_energy");
        assertThat(history.table().rowCount()).isEqualTo(6);
        assertThat(history.plot().figures()).hasSize(2);
        assertThat(history.plot().toString()).contains("Reconstruction error", "Free energy", "train", "validation");
        assertThat(history.toString()).startsWith("RBM 784 - 20, 16,484 parameters\nepoch  train error");
        assertThat(history.toString().lines()).hasSize(5);
    }

    @Test
    void without_validation_rows_there_is_no_such_curve() {
        RbmHistory history = trainer.fit(Data.digits(100, 1).split(1, 0, 0), 20);

        assertThat(history.plot().toString()).doesNotContain("validation");
        assertThat(history.toString()).contains("–").doesNotContain("NaN");
    }

    @Test
    void bad_settings_and_data_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> RbmTrainer.of(0))
                .hasMessage("learning rate: expected a number above 0, received 0.0; 0.1 is usual");
        assertThatThrownBy(() -> trainer.cd(0)).hasMessage("cd(k): expected at least 1, received 0; 1 is usual");
        assertThatThrownBy(() -> trainer.batchSize(0)).hasMessageStartingWith("batch size: expected at least 1");
        assertThatThrownBy(() -> trainer.epochs(-1)).hasMessageStartingWith("epochs: expected at least 1, received -1");
        assertThatThrownBy(() -> trainer.threads(0)).hasMessageStartingWith("threads: expected at least 1");
        assertThatThrownBy(() -> trainer.fit(data, -3))
                .hasMessageStartingWith("Rbm: expected at least 1 visible and 1 hidden unit, received 784 and -3");
        assertThatThrownBy(() -> trainer.fit(data.center(), 20))
                .hasMessageStartingWith("expected numbers from 0 to 1 for the visible units, received -0.")
                .hasMessageEndingWith("pixels are so as read, without center() or standardize()");
        assertThatThrownBy(() -> trainer.stack(data))
                .hasMessage("stack: expected at least one layer, each of at least 1 hidden unit, received [];"
                        + " try stack(data, 200, 100)");
        assertThatThrownBy(() -> trainer.stack(data, 20, 0)).hasMessageContaining("received [20, 0]");
    }
}
