package nursery.diagnosis;

import static nursery.Nursery.normal;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import nursery.TestData;
import nursery.data.Split;
import org.junit.jupiter.api.Test;

class LearningRateStepTest {
    private final Split data = TestData.blobs(3, 4, 100, 1).split(0.8, 0.1, 0.1);

    @Test
    void a_healthy_net_has_a_good_rate_whose_updates_are_near_a_thousandth() {
        Report report = new LearningRateStep()
                .run(Net.input(4).dense(20).relu().dense(3).softmax(), data);

        assertThat(report.checks()).extracting(Check::name).containsExactly("learning rate", "update ratio");
        assertThat(report.checks()).allMatch(c -> c.status() == Status.PASS);
        assertThat(report.checks().get(0).actual()).contains(" too low, ").contains(" diverged; learning rate ");
        assertThat(report.checks().get(0).advice()).startsWith("Train with Trainer.momentum(");
    }

    @Test
    void no_rate_helps_a_net_that_does_not_see_its_inputs() {
        Net blind = Net.input(4)
                .activation(Blind.activation())
                .dense(20)
                .relu()
                .dense(3)
                .softmax();

        Report report = new LearningRateStep().run(blind, data);

        assertThat(report.passed()).isFalse();
        assertThat(report.checks()).hasSize(1);
        assertThat(report.checks().get(0).advice()).contains("no rate makes the loss fall");
    }

    @Test
    void huge_weights_hardly_move() {
        Net huge = Net.input(4)
                .dense(20)
                .tanh()
                .dense(20)
                .tanh()
                .dense(3)
                .softmax()
                .init(normal(1000));

        assertThat(new LearningRateStep(1e-5, 1, 7).run(huge, data).checks())
                .filteredOn(c -> c.name().equals("update ratio"))
                .singleElement()
                .satisfies(c -> assertThat(c.status()).isEqualTo(Status.WARN))
                .satisfies(c -> assertThat(c.advice()).startsWith("The weights hardly move"));
    }
}
