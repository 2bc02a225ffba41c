package nursery.symptoms;

import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Examination;
import nursery.diagnosis.Finding;
import nursery.tensor.Seed;
import nursery.training.History;
import org.junit.jupiter.api.Test;

/** What holds for training rows and not for others. */
class GeneralizationSymptomsTest {

    private static int[] noisy(int[] labels, int wrong) {
        int[] changed = labels.clone();
        Seed.of(4).generator().ints(wrong, 0, labels.length).forEach(i -> changed[i] = (changed[i] + 1) % 3);
        return changed;
    }

    @Test
    void a_net_that_learns_its_rows_by_heart() {
        Dataset rows = TestData.blobs(3, 4, 60, 1);
        Split few = Dataset.of(rows.features(), noisy(rows.labels(), 60))
                .split(0.5, 0.5, 0)
                .standardize();
        Net large = Net.input(4).dense(200).relu().dense(3).softmax();

        Trained t = Trained.of(Trainer.adam(1e-2).epochs(100), large, few);
        Finding finding = t.finding("D56", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(1.1);
        assertThat(finding.evidence().step()).isBetween(1, t.history().steps() / 2);
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.5 * t.end().validationLoss());
    }

    @Test
    void a_net_that_is_as_good_on_other_rows_raises_nothing() {
        Trained.of(Trainer.momentum(0.01).epochs(20), NET, BLOBS).silentAbout("D56", "D57", "D63");
    }

    @Test
    void training_labels_that_are_wrong() {
        Dataset train = Dataset.of(BLOBS.train().features(), noisy(BLOBS.train().labels(), 200));

        Trained t =
                Trained.of(Trainer.momentum(0.01).epochs(10), NET, Split.of(train, BLOBS.validation(), BLOBS.test()));
        Finding finding = t.finding("D63", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(0.1);
        assertThat(finding.evidence().text()).startsWith("the trained net is right on ");
    }

    @Test
    void labels_that_are_wrong_everywhere() {
        Dataset rows = TestData.blobs(3, 4, 1000, 1);
        Split everywhere = Dataset.of(rows.features(), noisy(rows.labels(), 1200))
                .split(0.6, 0.4, 0)
                .standardize();

        History history = Trainer.momentum(0.01).epochs(12).fit(NET, everywhere);
        Finding finding = Examination.usual().replace(new NoisyLabels(0.1, 0.3)).of(history).findings().stream()
                .filter(f -> f.id().equals("D63"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.severity()).isEqualTo(WARN);
        assertThat(finding.evidence().value()).isLessThan(finding.evidence().threshold());
    }

    @Test
    void a_task_that_is_done_after_one_epoch_is_a_remark() {
        Dataset easy = Trained.column(TestData.blobs(2, 4, 200, 1), 0, v -> v);
        for (int row = 0; row < easy.rows(); row++) {
            easy.features().set(4 * row, 6 * easy.label(row) - 3);
        }

        Trained t = Trained.of(
                Trainer.momentum(0.03).batchSize(16).epochs(5),
                Net.input(4).dense(20).relu().dense(2).softmax(),
                easy.split(0.7, 0.3, 0));

        assertThat(t.finding("D62", INFO).evidence().value()).isGreaterThan(0.99);
        assertThat(t.diagnosis().healthy()).as(t.diagnosis().toString()).isTrue();
        Trained.of(Trainer.momentum(0.1).epochs(60), Trained.SPIRAL_NET, Trained.SPIRAL)
                .silentAbout("D62", "D57");
    }

    @Test
    void a_linear_net_underfits_a_spiral() {
        Trained t = Trained.of(
                Trainer.momentum(0.1).epochs(60), Net.input(2).dense(3).softmax(), Trained.SPIRAL);

        Finding finding = t.finding("D57", INFO);

        assertThat(finding.evidence().value())
                .isEqualTo(t.end().trainAccuracy())
                .isLessThan(0.9);
    }
}
