package nursery.symptoms;

import static nursery.diagnosis.Severity.INFO;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Severity;
import org.junit.jupiter.api.Test;

/** Trainings that are too short or too long. */
class BudgetSymptomsTest {

    @Test
    void a_training_that_was_stopped_early() {
        Trained t = Trained.of(Trainer.sgd(3e-3).epochs(8), NET, BLOBS);

        Finding finding = t.finding("D58", INFO);

        assertThat(finding.evidence().value()).isGreaterThan(0.02);
        assertThat(finding.fix().orElseThrow().program().trainer().epochs()).isEqualTo(32);
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.7 * t.end().validationLoss());
    }

    @Test
    void a_training_that_was_far_too_short_is_a_warning() {
        Trained t = Trained.of(Trainer.adam(3e-3).epochs(24), Trained.SPIRAL_NET, Trained.SPIRAL);

        assertThat(t.finding("D58").severity()).as(t.diagnosis().toString()).isIn(INFO, Severity.WARN);
    }

    @Test
    void a_training_that_went_on_after_its_best_epoch() {
        Trained t = Trained.of(
                Trainer.adam(1e-2).epochs(60),
                Net.input(2).dense(100).relu().dense(2).softmax(),
                Data.moons(60, 0.6, 3).split(0.5, 0.5, 0));

        Finding finding = t.finding("D59", INFO);

        assertThat(finding.evidence().value()).isLessThanOrEqualTo(6);
        assertThat(Trained.fixed(finding).validationLoss()).isLessThan(t.end().validationLoss());
    }

    @Test
    void a_training_that_is_done_raises_nothing() {
        Trained.of(Trainer.momentum(0.3).epochs(60), Trained.SPIRAL_NET, Trained.SPIRAL)
                .silentAbout("D59");
    }
}
