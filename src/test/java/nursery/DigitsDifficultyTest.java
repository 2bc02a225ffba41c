package nursery;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.data.Split;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawn digits are easy enough to learn in seconds and hard enough that a hidden layer shows. */
class DigitsDifficultyTest {

    @ParameterizedTest
    @ValueSource(longs = {231, 1, 2, 3, 4})
    void aHiddenLayerIsWorthIt(long seed) {
        Split data = Data.digits(4000, seed).split(0.8, 0.1, 0.1).center();

        assertThat(accuracy(Net.input(784).dense(10).softmax(), data, seed)).isBetween(0.75, 0.88);
        assertThat(accuracy(Net.input(784).dense(100).relu().dense(10).softmax(), data, seed))
                .isGreaterThanOrEqualTo(0.90);
    }

    private static double accuracy(Net net, Split data, long seed) {
        return Trainer.momentum(0.03)
                .batchSize(64)
                .epochs(10)
                .seed(seed)
                .fit(net, data)
                .model()
                .accuracy(data.test());
    }
}
