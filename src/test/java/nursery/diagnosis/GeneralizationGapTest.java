package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.training.Epoch;
import nursery.training.History;
import org.junit.jupiter.api.Test;

class GeneralizationGapTest {
    private static List<Epoch> epochs(double[] train, double... validation) {
        return IntStream.range(0, train.length)
                .mapToObj(i -> new Epoch(i + 1, train[i], 1 - train[i] / 4, validation[i], 0.7, 0.1, 1e-3, i))
                .toList();
    }

    private static GeneralizationGap gap(double[] train, double... validation) {
        List<Epoch> epochs = epochs(train, validation);
        return GeneralizationGap.of(epochs, Parting.of(epochs, () -> 0.05));
    }

    private static final double[] FALLING = {1, 0.8, 0.6, 0.4, 0.2, 0.1, 0.05};

    @Test
    void curves_part_at_the_lowest_validation_loss() {
        GeneralizationGap gap = gap(FALLING, 1, 0.9, 0.7, 0.8, 0.9, 1, 1.1);

        assertThat(gap.partsAt()).isEqualTo(OptionalInt.of(3));
        assertThat(gap.evidence())
                .isEqualTo("the validation loss rises from epoch 3 on, from 0.7 to 1, while the training loss falls");
        assertThat(gap.toString())
                .isEqualTo(String.format("epoch 7: train error 0.0125, validation error 0.3, gap 0.2875%n"
                        + "the validation loss rises from epoch 3 on, from 0.7 to 1, while the training loss falls%n"
                        + "overfitting; what helps: more data, fewer features, more regularization, dropout;"
                        + " or stop at epoch 3"));
        assertThat(gap.epochs().get(6).gap()).isCloseTo(0.2875, within(1e-12));
        assertThat(gap.table().columnNames())
                .containsExactly("epoch", "train_loss", "validation_loss", "train_error", "validation_error", "gap");
        assertThat(gap.plot().panels()).hasSize(2);
        assertThat(gap.plot().html()).contains("overfits from epoch 3");
    }

    @Test
    void the_first_of_two_equal_lowest_counts() {
        assertThat(gap(FALLING, 1, 0.7, 0.9, 0.7, 0.9, 1, 1.1).partsAt()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void curves_that_fall_on_or_rise_little_or_late_or_together_do_not_part() {
        assertThat(gap(FALLING, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45).partsAt()).isEmpty();
        assertThat(gap(FALLING, 1, 0.9, 0.7, 0.71, 0.72, 0.73, 0.74).partsAt()).isEmpty(); // 4 %
        assertThat(gap(FALLING, 1, 0.9, 0.8, 0.7, 0.6, 0.9, 1.2).partsAt()).isEmpty(); // lowest 2 epochs ago
        assertThat(gap(new double[] {1, 0.8, 0.3, 0.5, 0.6, 0.7, 0.8}, 1, 0.9, 0.7, 0.8, 0.9, 1, 1.1)
                        .partsAt())
                .isEmpty(); // the training loss rises too
        assertThat(gap(new double[] {1, 0.5, 0.1}, 0.1, 0.5, 1).partsAt()).isEmpty(); // 3 epochs
        assertThat(gap(FALLING, 0.01, 0.011, 0.012, 0.013, 0.02, 0.03, 0.04).partsAt())
                .isEmpty(); // invisible
        assertThat(gap(FALLING, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45).toString())
                .doesNotContain("overfitting")
                .contains("does not rise");
    }

    @Test
    void a_training_and_its_diagnosis_name_the_same_epoch() {
        History history = Trainer.adam(1e-2)
                .epochs(150)
                .fit(
                        Net.input(2).dense(100).relu().dense(2).softmax(),
                        Data.moons(60, 0.6, 3).split(0.5, 0.5, 0));

        GeneralizationGap gap = GeneralizationGap.of(history);

        assertThat(gap.partsAt()).isPresent();
        assertThat(history.diagnose().toString())
                .contains("from epoch " + gap.partsAt().getAsInt() + " on")
                .contains("more data", "fewer features", "regularization", "dropout");
    }

    @Test
    void regression_compares_losses() {
        List<Epoch> epochs = List.of(new Epoch(1, 0.5, Double.NaN, 0.75, Double.NaN, 0.1, 1e-3, 1));

        GeneralizationGap gap = GeneralizationGap.of(epochs, Parting.of(epochs, () -> 0));

        assertThat(gap.epochs().get(0).gap()).isEqualTo(0.25);
        assertThat(gap.plot().panels()).hasSize(1);
        assertThat(gap.toString()).startsWith("epoch 1: train loss 0.5, validation loss 0.75, gap 0.25");
    }

    @Test
    void a_training_without_validation_rows_is_refused() {
        History history = Trainer.sgd(0.1)
                .epochs(1)
                .fit(
                        Net.input(4).dense(3).softmax(),
                        TestData.blobs(3, 4, 10, 1).split(1, 0, 0));

        assertThatThrownBy(() -> GeneralizationGap.of(history))
                .hasMessage("generalization gap: expected a training with validation rows, received one without;"
                        + " give them a share in split(0.8, 0.1, 0.1)");
    }
}
