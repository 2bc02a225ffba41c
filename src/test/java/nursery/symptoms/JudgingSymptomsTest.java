package nursery.symptoms;

import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Finding;
import nursery.training.Callback;
import nursery.training.History;
import org.junit.jupiter.api.Test;

/** Faults of what the net is judged by. */
class JudgingSymptomsTest {
    private static final Trainer TRAINER = Trainer.momentum(0.01).batchSize(32).epochs(3);

    @Test
    void enough_rows_of_the_same_kind_raise_nothing() {
        Split data = TestData.blobs(3, 4, 300, 1).split(0.7, 0.3, 0).standardize();

        Trained.of(TRAINER, NET, data).silentAbout("D05", "D06", "D61");
    }

    @Test
    void training_rows_among_the_validation_rows() {
        Split leaked = Split.of(BLOBS.train(), BLOBS.train().take(60), BLOBS.test());

        Finding finding = Trained.of(TRAINER, NET, leaked).finding("D06", WARN);

        assertThat(finding.evidence().value()).isEqualTo(1);
        assertThat(finding.evidence().text()).isEqualTo("60 of 60 validation rows are training rows too");
    }

    @Test
    void validation_rows_from_another_distribution() {
        Dataset v = BLOBS.validation();
        Split shifted = Split.of(BLOBS.train(), Dataset.of(v.features().map(x -> x + 3), v.labels()), BLOBS.test());

        Finding finding = Trained.of(TRAINER, NET, shifted).finding("D05", WARN);

        assertThat(finding.evidence().value()).isEqualTo(1);
        assertThat(finding.evidence().text()).startsWith("100 % of the columns");
    }

    @Test
    void validation_rows_from_another_distribution_are_seen_before_the_first_epoch_ends() {
        Dataset v = BLOBS.validation();
        Split shifted = Split.of(BLOBS.train(), Dataset.of(v.features().map(x -> x + 3), v.labels()), BLOBS.test());
        List<String> found = new ArrayList<>();
        Callback early = new Callback() {
            @Override
            public Optional<String> afterStep(History history) {
                history.diagnose().findings().forEach(f -> found.add(f.id()));
                return Optional.of("seen");
            }
        };

        TRAINER.callback(early).fit(NET, shifted);

        assertThat(found).contains("D05");
    }

    @Test
    void few_validation_rows_are_a_warning_and_fewer_than_enough_a_remark() {
        Finding few = Trained.of(
                        TRAINER, NET, Split.of(BLOBS.train(), BLOBS.validation().take(10), BLOBS.test()))
                .finding("D61", WARN);
        Finding none = Trained.of(TRAINER, NET, BLOBS.train().split(1, 0, 0)).finding("D61", INFO);

        assertThat(few.evidence().value()).isEqualTo(10);
        assertThat(few.evidence().text()).isEqualTo("10 validation rows: an accuracy of 90 % is known to ± 19 %");
        assertThat(none.name()).isEqualTo("no validation rows");
        assertThat(Trained.of(TRAINER, NET, BLOBS)
                        .finding("D61", INFO)
                        .evidence()
                        .value())
                .isEqualTo(90);
    }
}
