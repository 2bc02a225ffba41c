package nursery.symptoms;

import static nursery.diagnosis.Severity.WARN;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Trainer;
import nursery.diagnosis.Finding;
import org.junit.jupiter.api.Test;

/** Faults of the penalty. */
class RegularizationSymptomsTest {

    @Test
    void a_usual_penalty_raises_nothing() {
        Trained.of(Trainer.sgd(0.1).epochs(5), NET.l2(1e-4), BLOBS).silentAbout("D48", "D49");
    }

    @Test
    void a_penalty_that_leaves_nothing_of_the_weights() {
        Finding finding =
                Trained.of(Trainer.sgd(0.05).epochs(20), NET.l2(3), BLOBS).finding("D48", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(0.2);
        assertThat(finding.evidence().text()).startsWith("the penalty of ");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void a_penalty_that_holds_the_net_back() {
        Trained t = Trained.of(Trainer.sgd(0.1).epochs(20), NET.l1(0.03), BLOBS);

        Finding finding = t.finding("D49", WARN);

        assertThat(finding.evidence().value()).isGreaterThan(0.2);
        assertThat(Trained.fixed(finding).validationLoss())
                .isLessThan(0.5 * t.end().validationLoss());
    }
}
