package nursery.layers;

import static nursery.Nursery.normal;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What normalization is for: higher rates, and less care about initial weights. */
class BatchNormLearningTest {
    private final Split data =
            TestData.blobs(4, 10, 100, 1).split(0.8, 0.1, 0.1, 0).standardize();
    private final Net plain =
            Net.input(10).dense(30).relu().dense(30).relu().dense(30).relu();
    private final Net normalized = Net.input(10)
            .dense(30)
            .batchNorm()
            .relu()
            .dense(30)
            .batchNorm()
            .relu()
            .dense(30)
            .batchNorm()
            .relu();

    private History train(Net hidden, double rate) {
        return Trainer.sgd(rate)
                .batchSize(32)
                .epochs(20)
                .seed(1)
                .fit(hidden.dense(4).softmax(), data);
    }

    @Test
    void a_rate_at_which_the_plain_net_diverges_trains_the_normalized_one() {
        assertThat(train(plain, 3).lastEpoch().trainLoss()).isNaN();
        assertThat(train(normalized, 3).lastEpoch().trainAccuracy()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 1})
    void initial_weights_of_any_size_train_the_normalized_net(double std) {
        assertThat(train(normalized.init(normal(std)), 0.1).lastEpoch().trainAccuracy())
                .isGreaterThan(0.9);
    }

    @Test
    void small_initial_weights_leave_the_plain_net_where_it_is() {
        assertThat(train(plain.init(normal(0.001)), 0.1).lastEpoch().trainAccuracy())
                .isLessThan(0.5);
    }
}
