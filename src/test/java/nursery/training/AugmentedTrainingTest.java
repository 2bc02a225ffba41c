package nursery.training;

import static nursery.Nursery.colorJitter;
import static nursery.Nursery.crop;
import static nursery.Nursery.cutMix;
import static nursery.Nursery.cutout;
import static nursery.Nursery.flip;
import static nursery.Nursery.lens;
import static nursery.Nursery.mixup;
import static nursery.Nursery.noise;
import static nursery.Nursery.rotate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import nursery.Data;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.augment.Augmentation;
import nursery.augment.Unchanged;
import nursery.data.Split;
import nursery.tensor.Precision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
class AugmentedTrainingTest {
    private static final Augmentation ALL = flip().then(crop(2))
            .then(rotate(10))
            .then(lens(0.1))
            .then(colorJitter(0.1, 0.1))
            .then(noise(0.05))
            .then(cutout(6))
            .then(mixup(0.4))
            .then(cutMix(1));

    private final Split data = Data.digits(230, 1).split(0.7, 0.3, 0);
    private final Net net = Net.input(784).dense(20).relu().dense(10).softmax();
    private final Trainer trainer = Trainer.adam(1e-3).batchSize(50).epochs(2).seed(5);

    private String bits(Trainer t) {
        History history = t.fit(net, data);
        return Arrays.toString(history.stepCosts())
                + Arrays.toString(history.model().parameter("dense1.W").toDoubles());
    }

    @Test
    void the_same_seed_gives_the_same_bits_with_any_number_of_threads() {
        String one = bits(trainer.augment(ALL).threads(1));

        assertThat(bits(trainer.augment(ALL).threads(1))).isEqualTo(one);
        assertThat(bits(trainer.augment(ALL).threads(2))).isEqualTo(one);
        assertThat(bits(trainer.augment(ALL).threads(3))).isEqualTo(one);
        assertThat(bits(trainer.augment(ALL).seed(6))).isNotEqualTo(one);
    }

    @Test
    void no_augmentation_changes_no_bit_of_a_training() {
        assertThat(bits(trainer.augment(new Unchanged()))).isEqualTo(bits(trainer));
        assertThat(bits(trainer.augment(flip()))).isNotEqualTo(bits(trainer));
    }

    @Test
    void a_batch_looks_different_in_each_epoch() {
        Split one = Split.of(data.train().take(20), data.validation(), data.test());
        // nothing is learned, so the costs differ by the augmentation alone
        double[] costs = trainer.learningRate(1e-30)
                .epochs(6)
                .augment(noise(0.1))
                .fit(net, one)
                .stepCosts();
        double[] still = trainer.learningRate(1e-30).epochs(6).fit(net, one).stepCosts();

        assertThat(Arrays.stream(costs).distinct()).hasSize(6);
        assertThat(still[5]).isCloseTo(still[0], offset(1e-6));
        assertThat(Math.abs(costs[5] - costs[0])).isGreaterThan(1e-5);
    }

    @Test
    void evaluation_sees_rows_as_they_are() {
        double[] pixels = data.train().features().toDoubles();
        History history = trainer.augment(ALL).fit(net, data);
        Epoch last = history.epochs().get(1);

        assertThat(last.validationLoss()).isEqualTo(history.model().loss(data.validation()));
        assertThat(data.train().features().toDoubles()).containsExactly(pixels);
    }

    @Test
    void a_line_search_sees_one_batch_unchanged() {
        Net linear = Net.input(784).dense(10).softmax();
        double[] costs = Trainer.lbfgs(1)
                .batchSize(161)
                .epochs(1)
                .augment(noise(0.3))
                .fit(linear, data)
                .stepCosts();
        double[] again = Trainer.lbfgs(1)
                .batchSize(161)
                .epochs(12)
                .augment(mixup(1))
                .fit(linear, data)
                .stepCosts();

        assertThat(costs[0]).isFinite();
        assertThat(again[11]).isLessThan(again[0]);
    }

    @Test
    void flat_rows_are_images_by_the_input_of_the_net() {
        Split flat = Data.digits(100, 1).split(0.8, 0.2, 0);
        Net convolution =
                Net.input(1, 28, 28).conv(2, 3).relu().flatten().dense(10).softmax();

        assertThat(trainer.epochs(1).augment(flip()).fit(convolution, flat).lastCost())
                .isFinite();
        assertThatThrownBy(() -> trainer.augment(flip())
                        .fit(
                                Net.input(2).dense(3).softmax(),
                                Data.blobs(3, 20, 1).split(1, 0, 0)))
                .hasMessage("flip(): expected images [channels, height, width], received rows of [2]; noise(std) and"
                        + " mixup(alpha) change any rows");
    }

    @Test
    void mixing_trains_classes_numbers_and_single_outputs_in_both_precisions() {
        Model wide = net.init(1, Precision.FLOAT64);
        Split moons = Data.moons(100, 1).split(0.8, 0.2, 0);
        Net single = Net.input(2).dense(8).tanh().dense(1).sigmoid();

        assertThat(trainer.augment(mixup(0.4)).fit(wide, data).lastCost()).isBetween(0.0, 3.0);
        assertThat(trainer.augment(mixup(0.4).then(noise(0.1)))
                        .fit(single, moons)
                        .lastCost())
                .isBetween(0.0, 2.0);
    }

    @Test
    void an_own_augmentation_is_a_lambda() {
        Augmentation zero = batch -> Arrays.fill(batch.pixels(), 0);
        History history = trainer.augment(zero).fit(Net.input(784).dense(10).softmax(), data);

        // inputs that are 0 give no gradient
        assertThat(history.model().parameter("dense1.W").toDoubles())
                .containsExactly(Net.input(784)
                        .dense(10)
                        .softmax()
                        .init(5)
                        .parameter("dense1.W")
                        .toDoubles());
    }
}
