package nursery.symptoms;

import static nursery.Nursery.decay;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.CURVE;
import static nursery.symptoms.Trained.CURVE_NET;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Program;
import nursery.optimizers.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the rate, its schedule, the batch size, clipping and the optimizer. */
class RateSymptomsTest {

    @Test
    void a_usual_rate_raises_nothing() {
        Trained.of(Trainer.momentum(0.01).epochs(8), NET, BLOBS)
                .silentAbout("D19", "D20", "D31", "D32", "D33", "D34", "D35", "D60", "D64");
    }

    @Test
    void an_epsilon_that_divides_by_nothing() {
        Trainer tiny = Trainer.adam(0.01).optimizer(new Adam(0.9, 0.999, 1e-16)).epochs(10);

        Finding finding = Trained.of(tiny, NET, BLOBS).finding("D19", WARN);

        assertThat(finding.evidence().value()).isEqualTo(1e-16);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
        Trained.of(Trainer.adam(3e-3).epochs(10), NET, BLOBS).silentAbout("D19");
    }

    @Test
    void a_loss_that_is_no_number() {
        Trained t = Trained.of(Trainer.sgd(100).epochs(40), CURVE_NET, CURVE);

        Finding finding = t.finding("D31", CRITICAL);

        int step = finding.evidence().step();
        assertThat(Double.isFinite(t.history().stepCosts()[step - 1])).isFalse();
        assertThat(Double.isFinite(t.history().stepCosts()[step - 2])).isTrue();
        assertThat(finding.evidence().text()).endsWith(" with learning rate 100");
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(0.5);
    }

    @Test
    void a_loss_that_explodes() {
        Split overlapping = TestData.blobs(3, 4, 200, 1).split(0.7, 0.3, 0).standardize();
        Trained t = Trained.of(Trainer.sgd(1e4).epochs(5), Net.input(4).dense(3).hinge(), overlapping);

        Finding finding = t.finding("D32", CRITICAL);

        assertThat(finding.evidence().value()).isGreaterThan(3);
        assertThat(finding.evidence().step()).isBetween(2, 14);
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(1);
    }

    @Test
    void batches_so_large_that_there_are_hardly_any_steps() {
        Trained t = Trained.of(Trainer.sgd(0.05).batchSize(420).epochs(10), NET, BLOBS);

        Finding finding = t.finding("D20", WARN);

        assertThat(finding.evidence().value()).isEqualTo(1);
        assertThat(finding.evidence().text()).contains("10 epochs are only 10 steps");
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.6 * t.end().validationLoss());
    }

    @Test
    void large_batches_that_finish_are_fine() {
        Trained.of(Trainer.momentum(0.1).batchSize(420).epochs(120), NET, BLOBS).silentAbout("D20");
    }

    @Test
    void gradients_that_are_clipped_away() {
        Trained t = Trained.of(Trainer.sgd(0.1).epochs(15).clipNorm(1e-3), NET, BLOBS);

        Finding finding = t.finding("D64", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(100);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void clipping_rare_outliers_is_fine() {
        Trained.of(Trainer.sgd(0.1).epochs(8).clipNorm(5), NET, BLOBS).silentAbout("D64");
    }

    @Test
    void a_rate_that_decays_before_the_net_has_learned() {
        Trained t = Trained.of(Trainer.sgd(0.01).epochs(20).schedule(decay(0.1)), NET, BLOBS);

        Finding finding = t.finding("D60", WARN);

        assertThat(finding.evidence().value()).isLessThan(1e-15);
        assertThat(finding.evidence().step()).isEqualTo(1 + 2 * t.history().stepsPerEpoch());
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.6 * t.end().validationLoss());
    }

    @Test
    void a_rate_that_decays_slowly_is_fine() {
        Trained.of(Trainer.sgd(0.1).epochs(12).schedule(decay(0.8)), NET, BLOBS).silentAbout("D60");
    }

    @Test
    void a_rate_that_is_too_high() {
        Trained t = Trained.of(
                Trainer.adam(0.5).epochs(60),
                Net.input(2).dense(50).tanh().dense(50).tanh().dense(3).softmax(),
                Trained.SPIRAL);

        Finding finding = t.finding("D33");

        assertThat(finding.warns()).as(t.diagnosis().toString()).isTrue();
        assertThat(finding.evidence().value()).isGreaterThan(0.005);
        assertThat(Trained.fixed(finding).validationAccuracy())
                .isGreaterThan(t.end().validationAccuracy() + 0.1);
    }

    @Test
    void a_rate_that_is_too_low() {
        Finding finding = Trained.of(Trainer.sgd(1e-6).epochs(10), NET, BLOBS).finding("D34", WARN);

        assertThat(finding.evidence().value()).isLessThan(1e-5);
        assertThat(finding.evidence().text()).contains("learning rate 1e-6");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.9);
    }

    private static final Split FEW_DIGITS =
            Data.digits(600, 3).split(0.7, 0.3, 0).center();
    private static final Net DIGITS_NET =
            Net.input(784).dense(50).relu().dense(10).softmax();

    /** The net gets the training rows right and the others confidently wrong, which overfitting does too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_rate_that_is_too_high_for_a_short_training_is_not_told_as_overfitting(long seed) {
        Trained t = Trained.of(Trainer.adam(0.2).epochs(20).seed(seed), DIGITS_NET, FEW_DIGITS);

        Finding finding = t.finding("D33");

        assertThat(finding.warns()).as(t.diagnosis().toString()).isTrue();
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(t.end().validationLoss());
        Trained.of(Trainer.adam(2e-3).epochs(20).seed(seed), DIGITS_NET, FEW_DIGITS)
                .silentAbout("D33", "D34");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-5})
    void a_rate_that_is_too_low_for_a_short_training_is_not_told_as_a_loss_that_stands_still(double rate) {
        Finding finding = Trained.of(Trainer.adam(rate).epochs(20), DIGITS_NET, FEW_DIGITS)
                .finding("D34", WARN);

        assertThat(finding.confidence()).as("confirmed by an experiment").isGreaterThan(0.9);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.8);
    }

    /** Its small first weights make the updates look large beside them. */
    @Test
    void a_rate_that_is_too_low_for_a_linear_net() {
        Split four = Data.blobs(4, 150, 3).split(0.6, 0.4, 0).standardize();
        Net linear = Net.input(2).dense(4).hinge();

        Finding finding = Trained.of(Trainer.sgd(1e-6).batchSize(32).epochs(20), linear, four)
                .finding("D34", WARN);

        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.9);
        Trained.of(Trainer.sgd(0.03).batchSize(32).epochs(20), linear, four).silentAbout("D33", "D34", "D36");
    }

    @Test
    void a_lower_rate_is_not_praised_for_validation_rows_of_another_kind() {
        Split counts = Split.of(
                FEW_DIGITS.train(),
                Dataset.of(
                        FEW_DIGITS.validation().features().times(200),
                        FEW_DIGITS.validation().labels()),
                FEW_DIGITS.test());

        Trained t = Trained.of(Trainer.sgd(0.5).epochs(20), DIGITS_NET, counts);

        assertThat(t.diagnosis().findings().get(0).id()).isEqualTo("D05");
        assertThat(t.diagnosis().findings()).extracting(Finding::id).doesNotContain("D33");
    }

    @Test
    void batches_too_small_for_batch_normalization() {
        Net normalized = Net.input(4).dense(30).batchNorm().relu().dense(3).softmax();

        Finding one = Trained.of(Trainer.sgd(0.01).batchSize(1).epochs(2), normalized, BLOBS)
                .finding("D20", CRITICAL);
        Finding four = Trained.of(Trainer.sgd(0.01).batchSize(4).epochs(4), normalized, BLOBS)
                .finding("D20", WARN);

        assertThat(one.evidence().text()).isEqualTo("batches of 1 row before layer 2, batchNorm()");
        assertThat(four.evidence().value()).isEqualTo(4);
        assertThat(Trained.fixed(one).trainAccuracy()).isGreaterThan(0.5);
        Trained.of(Trainer.sgd(0.1).batchSize(32).epochs(10), normalized, BLOBS).silentAbout("D20");
        Net images = Net.input(1, 2, 2)
                .conv(4, 1)
                .batchNorm()
                .relu()
                .flatten()
                .dense(3)
                .softmax();
        assertThat(new SmallNormalizedBatches()
                        .review(new Program(images, Trainer.sgd(0.1).batchSize(2), BLOBS)))
                .as("an image has many places")
                .isEmpty();
    }

    @Test
    void the_size_of_updates_is_a_remark() {
        Finding tiny = Trained.of(Trainer.sgd(1e-6).epochs(10), NET, BLOBS).finding("D35", INFO);
        Finding huge = Trained.of(Trainer.sgd(30).epochs(10), NET, BLOBS).finding("D35", INFO);

        assertThat(tiny.name()).isEqualTo("tiny updates");
        assertThat(tiny.evidence().value()).isLessThan(1e-5);
        assertThat(huge.name()).isEqualTo("huge updates");
        assertThat(huge.evidence().value()).isGreaterThan(0.1);
    }
}
