package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Checklist;
import nursery.Net;
import org.junit.jupiter.api.Test;

class LayersStepTest {
    private static final Net INPUT = Net.input(4);

    @Test
    void usual_nets_pass() {
        Net plain = INPUT.dense(8).relu().dense(1).sigmoid();
        Net normalized = INPUT.dense(8).batchNorm().relu().dense(3).softmax();

        assertThat(Checklist.layers(plain).checks()).extracting(Check::status).containsExactly(Status.PASS);
        assertThat(Checklist.layers(normalized).checks())
                .extracting(Check::status)
                .containsExactly(Status.PASS, Status.PASS);
    }

    @Test
    void a_sigmoid_between_layers_is_advised_against() {
        Check check = Checklist.layers(INPUT.dense(8).sigmoid().dense(3).softmax())
                .checks()
                .get(0);

        assertThat(check.status()).isEqualTo(Status.WARN);
        assertThat(check.actual()).isEqualTo("sigmoid() as layer 2");
        assertThat(check.advice()).startsWith("Use relu()");
    }

    @Test
    void batch_normalization_behind_the_activation_is_told() {
        Net relu = INPUT.dense(8).relu().batchNorm().dense(3).softmax();
        Net prelu = INPUT.dense(8).prelu().batchNorm().dense(3).softmax();

        assertThat(Checklist.layers(relu).checks().get(1).actual()).isEqualTo("behind it, as layer 3");
        assertThat(Checklist.layers(prelu).checks().get(1).status()).isEqualTo(Status.WARN);
    }
}
