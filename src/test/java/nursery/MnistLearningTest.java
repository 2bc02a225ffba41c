package nursery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nursery.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs the real digits: set NURSERY_DATA to a folder that holds mnist/. */
class MnistLearningTest {

    @BeforeEach
    void needs_the_data() {
        assumeTrue(System.getenv("NURSERY_DATA") != null, "NURSERY_DATA does not name a folder with mnist/");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_hidden_layer_of_100_reaches_97_percent_of_the_official_test_rows(long seed) {
        Split data = Data.mnist().official(5000).center();
        Net net = Net.input(784).dense(100).relu().dense(10).softmax();

        var history = Trainer.momentum(0.05).batchSize(64).epochs(10).seed(seed).fit(net, data);

        assertThat(history.model().accuracy(data.test())).isGreaterThanOrEqualTo(0.97);
    }
}
