package nursery.symptoms;

import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.CURVE;
import static nursery.symptoms.Trained.CURVE_NET;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Finding;
import nursery.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of rows, labels and scales. */
class DataSymptomsTest {
    private static final Trainer TRAINER = Trainer.momentum(0.01).batchSize(32).epochs(5);

    @Test
    void healthy_rows_raise_nothing() {
        Trained.of(TRAINER, NET, BLOBS).silentAbout("D01", "D02", "D03", "D04", "D07", "D08", "D09");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_is_not_finite_is_found_with_its_row(double value) {
        Dataset train = Trained.column(BLOBS.train(), 0, v -> v);
        train.features().set(7 * 4 + 1, value);
        Split sick = Split.of(train, BLOBS.validation(), BLOBS.test());

        Finding finding = Trained.of(TRAINER, NET, sick).finding("D01", CRITICAL);

        assertThat(finding.evidence().text()).isEqualTo("NaN or infinity in the features, row 7");
        assertThat(finding.fix().orElseThrow().program().data().train().rows())
                .isEqualTo(BLOBS.train().rows() - 1);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void one_label_for_all_rows() {
        int[] zeros = IntStream.range(0, BLOBS.train().rows())
                .filter(row -> BLOBS.train().label(row) == 0)
                .toArray();
        Split same = Split.of(BLOBS.train().rows(zeros), BLOBS.validation(), BLOBS.test());

        Trained t = Trained.of(TRAINER, NET, same);

        assertThat(t.finding("D08", CRITICAL).evidence().text()).isEqualTo("every training row has the same label");
    }

    @Test
    void one_number_for_all_rows() {
        Split same = Split.of(
                Dataset.of(CURVE.train().features(), CURVE.train().targets().map(v -> 2)),
                CURVE.validation(),
                CURVE.test());

        assertThat(Trained.of(TRAINER, CURVE_NET, same).finding("D08", CRITICAL).confidence())
                .isEqualTo(1);
    }

    @Test
    void constant_columns_are_a_remark() {
        Trained t = Trained.of(TRAINER, NET, Trained.blobs(d -> Trained.column(d, 2, v -> 1)));

        assertThat(t.finding("D04", INFO).evidence().text()).isEqualTo("1 of 4 columns never change");
        assertThat(t.diagnosis().healthy()).isTrue();
    }

    @Test
    void labels_that_do_not_belong_to_the_rows() {
        Dataset rows = TestData.blobs(3, 4, 700, 1);
        int[] labels = Seed.of(9).generator().ints(rows.rows(), 0, 3).toArray();
        Split random = Dataset.of(rows.features(), labels).split(0.8, 0.1, 0.1).standardize();

        Finding finding = Trained.of(TRAINER, NET, random).finding("D09", CRITICAL);

        assertThat(finding.evidence().value()).isLessThan(3);
        assertThat(finding.evidence().threshold()).isEqualTo(3);
    }

    @Test
    void a_hard_task_whose_neighbors_agree_is_acquitted() {
        Trained t = Trained.of(Trainer.sgd(1e-6).epochs(10), NET, BLOBS);

        assertThat(t.diagnosis().findings()).extracting(Finding::id).doesNotContain("D09");
    }

    @Test
    void columns_of_very_different_scales() {
        Split sick = Trained.blobs(d -> Trained.column(Trained.column(d, 0, v -> 3000 * v), 1, v -> 3000 * v));

        Trained t = Trained.of(Trainer.momentum(0.01).epochs(30), NET, sick);
        Finding finding = t.finding("D02");

        assertThat(finding.warns()).as(t.diagnosis().toString()).isTrue();
        assertThat(t.diagnosis().findings().get(0).id()).isEqualTo("D02");
        assertThat(finding.evidence().value()).isCloseTo(3000, within(150.0));
        assertThat(finding.evidence().threshold()).isEqualTo(3);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void inputs_that_are_too_small() {
        Split sick = Trained.blobs(d -> Dataset.of(d.features().times(1e-4), d.labels()));

        Trained t = Trained.of(Trainer.momentum(0.01).epochs(30), NET, sick);
        Finding finding = t.finding("D03");

        assertThat(finding.warns()).as(t.diagnosis().toString()).isTrue();
        assertThat(t.diagnosis().findings().get(0).id()).isEqualTo("D03");
        assertThat(finding.evidence().value()).isCloseTo(1e-4, within(1e-5));
        assertThat(finding.evidence().threshold()).isEqualTo(0.05);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void large_inputs_that_a_net_learns_from_all_the_same_are_a_remark() {
        Split large = Trained.blobs(d -> Dataset.of(d.features().times(5), d.labels()));

        Trained t = Trained.of(TRAINER, NET, large);

        assertThat(t.finding("D02", INFO).evidence().value()).isCloseTo(5, within(0.5));
        assertThat(t.diagnosis().healthy()).as(t.diagnosis().toString()).isTrue();
    }

    @Test
    void targets_that_are_not_scaled() {
        Trained t = Trained.of(Trainer.adam(1e-3).epochs(30), CURVE_NET, Trained.curve(100, 2000));

        Finding finding = t.finding("D10", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(100).isLessThan(300);
        assertThat(finding.evidence().threshold()).isEqualTo(10);
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(0.5); // of 1
    }

    @Test
    void scaled_targets_raise_nothing() {
        Trained.of(Trainer.momentum(3e-3).epochs(40), CURVE_NET, CURVE).silentAbout("D10", "D08");
    }

    /** Two clouds that overlap, and {@code rare} rows of the second. */
    private static Split unequal(int rare) {
        var random = Seed.of(3).generator();
        int n = 1000 + 2 * rare;
        double[][] x = new double[n][2];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % (n / (2 * rare)) == 0 ? 1 : 0;
            x[i][0] = random.nextGaussian() + labels[i];
            x[i][1] = random.nextGaussian() + labels[i];
        }
        return nursery.Data.of(x, labels).split(0.6, 0.4, 0);
    }

    @Test
    void a_rare_class_that_is_never_found() {
        Net net = Net.input(2).dense(20).relu().dense(2).softmax();

        Trained t = Trained.of(Trainer.momentum(0.03).epochs(20), net, unequal(20));
        Finding finding = t.finding("D07");

        assertThat(finding.evidence().value()).isGreaterThan(20);
        assertThat(finding.evidence().text()).contains("recall from 0");
        assertThat(finding.severity()).as(t.diagnosis().toString()).isEqualTo(WARN);
    }

    @Test
    void classes_of_three_to_one_are_fine() {
        int[] kept = IntStream.range(0, BLOBS.train().rows())
                .filter(i -> BLOBS.train().label(i) > 0 || i % 9 == 0)
                .toArray();
        Split threeToOne = Split.of(BLOBS.train().rows(kept), BLOBS.validation(), BLOBS.test());

        Trained.of(Trainer.momentum(0.1).batchSize(32).epochs(10), NET, threeToOne)
                .silentAbout("D07");
    }
}
