package nursery.symptoms;

import static nursery.diagnosis.Mechanism.SIGNAL;
import static nursery.symptoms.Trained.BLOBS;
import static nursery.symptoms.Trained.NET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.diagnosis.Examination;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Severity;
import nursery.tensor.Seed;
import nursery.training.History;
import org.junit.jupiter.api.Test;

/** Activations and gradients that die on their way. */
class SignalSymptomsTest {

    @Test
    void signals_that_pass_raise_nothing() {
        Trained.of(Trainer.momentum(0.01).epochs(8), NET, BLOBS).silentAbout("D36", "D41", "D43", "D45", "D50");
    }

    @Test
    void units_that_a_high_rate_kills() {
        History history = Trainer.momentum(3).epochs(60).fit(Trained.SPIRAL_NET, Trained.SPIRAL);

        Finding finding = new Examination(List.of(new DeadUnits()), 0.2)
                .of(history)
                .findings()
                .get(0);

        assertThat(finding.id()).isEqualTo("D43");
        assertThat(finding.mechanism()).isEqualTo(SIGNAL);
        assertThat(finding.warns()).isTrue();
        assertThat(finding.evidence().value()).isGreaterThan(0.5);
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void units_that_a_high_rate_saturates() {
        Net tanh = Net.input(4).dense(30).tanh().dense(3).softmax();
        History history = Trainer.adam(3).epochs(10).fit(tanh, BLOBS);

        Finding finding = new Examination(List.of(new Saturation()), 0.2)
                .of(history)
                .findings()
                .get(0);

        assertThat(finding.id()).isEqualTo("D45");
        assertThat(finding.mechanism()).isEqualTo(SIGNAL);
        assertThat(finding.evidence().layer()).isEqualTo("2 tanh()");
        assertThat(finding.evidence().value()).isGreaterThan(0.5);
        Trained.of(Trainer.adam(0.01).epochs(10), tanh, BLOBS).silentAbout("D45");
    }

    @Test
    void a_gradient_that_vanishes_behind_sigmoids() {
        Net sigmoids = Net.input(4);
        for (int i = 0; i < 9; i++) {
            sigmoids = sigmoids.dense(20).sigmoid();
        }

        Finding finding = Trained.of(
                        Trainer.sgd(0.1).epochs(15), sigmoids.dense(3).softmax(), BLOBS)
                .finding("D41", Severity.WARN);

        assertThat(finding.evidence().value()).isLessThan(1e-3);
        assertThat(finding.evidence().layer()).isEqualTo("dense1.W");
        assertThat(Trained.fixed(finding).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void one_answer_for_all_rows() {
        Net blind = NET.init(nursery.Nursery.zeros());
        History history = Trainer.sgd(1e-6).epochs(10).fit(blind, BLOBS);

        Finding finding = new Examination(List.of(new CollapsedOutput()), 0.2)
                .of(history)
                .findings()
                .get(0);

        assertThat(finding.id()).isEqualTo("D50");
        assertThat(finding.severity()).isEqualTo(Severity.WARN);
        assertThat(finding.evidence().value()).isGreaterThan(0.95);
    }

    /** Two classes that no line parts. */
    private static Split crossed() {
        var random = Seed.of(5).generator();
        double[][] x = IntStream.range(0, 600)
                .mapToObj(i -> new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)})
                .toArray(double[][]::new);
        int[] labels =
                IntStream.range(0, 600).map(i -> x[i][0] * x[i][1] > 0 ? 1 : 0).toArray();
        return Data.of(x, labels).split(0.7, 0.3, 0);
    }

    @Test
    void a_loss_that_stands_still_for_no_known_reason() {
        Trained t = Trained.of(
                Trainer.momentum(0.03).epochs(20), Net.input(2).dense(2).softmax(), crossed());

        Finding finding = t.finding("D36", Severity.WARN);

        assertThat(finding.evidence().value()).isBetween(0.95, 1.1);
        Trained.of(
                        Trainer.momentum(0.1).epochs(30),
                        Net.input(2).dense(50).relu().dense(2).softmax(),
                        crossed())
                .silentAbout("D36", "D50");
    }
}
