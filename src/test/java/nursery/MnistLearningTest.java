package nursery;

import static nursery.Nursery.cosine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.IntStream;
import nursery.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    /** Half a minute to a minute on two cores. */
    @Test
    void a_small_convolutional_net_reaches_98_5_percent_of_the_official_test_rows_in_3_epochs() {
        Split data = Data.mnist().official(5000).center();
        Net net = Net.input(1, 28, 28)
                .conv(8, 3)
                .relu()
                .maxPool(2)
                .conv(16, 3)
                .relu()
                .maxPool(2)
                .flatten()
                .dense(64)
                .relu()
                .dense(10)
                .softmax();

        var history = Trainer.adam(4e-3)
                .schedule(cosine())
                .batchSize(64)
                .epochs(3)
                .seed(1)
                .fit(net, data);

        assertThat(history.model().accuracy(data.test())).isGreaterThanOrEqualTo(0.985);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dropout_narrows_the_gap(long seed) {
        Split few = Data.mnist().take(3000).split(1.0 / 3, 2.0 / 3, 0, 1).center();
        Net hidden = Net.input(784).dense(200).relu();

        assertThat(gap(hidden.dropout(0.5), few, seed)).isLessThan(gap(hidden, few, seed));
    }

    /** Training accuracy minus validation accuracy, both in evaluation. */
    private static double gap(Net hidden, Split data, long seed) {
        Model model = Trainer.momentum(0.05)
                .batchSize(50)
                .epochs(20)
                .seed(seed)
                .fit(hidden.dense(10).softmax(), data)
                .model();
        return gap(model, data);
    }

    @Test
    void translations_and_mixup_narrow_the_gap_between_training_and_validation() {
        Split all = Data.mnist().official(5000);
        Net net = Net.input(784).dense(100).relu().dense(10).softmax();
        for (int seed = 1; seed <= 5; seed++) {
            int first = seed;
            int[] rows = IntStream.range(0, 1000).map(i -> 5 * i + first).toArray(); // others for each seed
            Split data = Split.of(all.train().rows(rows), all.validation().take(2000), all.test());
            Trainer trainer = Trainer.adam(1e-3).batchSize(50).epochs(20).seed(seed);

            Model plain = trainer.fit(net, data).model();
            Model moved = trainer.augment(Nursery.translate(2)).fit(net, data).model();
            Model mixed = trainer.augment(Nursery.mixup(1)).fit(net, data).model();

            assertThat(gap(moved, data)).as("seed " + seed).isLessThan(gap(plain, data));
            assertThat(gap(mixed, data)).as("seed " + seed).isLessThan(gap(plain, data));
        }
    }

    private static double gap(Model model, Split data) {
        return model.accuracy(data.train()) - model.accuracy(data.validation());
    }
}
