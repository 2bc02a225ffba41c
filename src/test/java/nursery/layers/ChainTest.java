package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import org.junit.jupiter.api.Test;

class ChainTest {
    private final Split data = Data.blobs(3, 40, 1).split(0.8, 0.1, 0.1).center();

    @Test
    void layers_before_the_first_parameter_need_no_gradient() {
        Net net = Net.input(2).tanh().flatten().dense(10).relu().dense(3).softmax();

        var history = Trainer.momentum(0.1).epochs(5).fit(net, data);

        assertThat(history.lastEpoch().trainLoss()).isLessThan(history.stepLosses()[0]);
    }
}
