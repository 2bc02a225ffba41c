package nursery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nursery.data.Split;
import nursery.search.EnsembleComparison;
import org.junit.jupiter.api.Test;

/** Five seeds on handwritten digits where they are, on drawn ones everywhere. */
class EnsembleLearningTest {
    private static final Net NET = Net.input(784).dense(40).relu().dense(10).softmax();

    @Test
    void five_members_beat_their_mean_on_drawn_digits() {
        requireGain(Data.digits(1500, 231).split(0.4, 0, 0.6).center());
    }

    @Test
    void five_members_beat_their_mean_on_handwritten_digits() {
        assumeTrue(System.getenv("NURSERY_DATA") != null, "NURSERY_DATA does not name a folder with mnist/");
        Split mnist = Data.mnist().official(5000);
        requireGain(Split.of(
                        mnist.train().take(1000),
                        mnist.validation().take(1000),
                        mnist.test().take(4000))
                .center());
    }

    /** Members differ in initialization, order of rows and bootstrap sample. */
    private static void requireGain(Split data) {
        Trainer trainer = Trainer.momentum(0.05).batchSize(32).epochs(8);

        EnsembleComparison compared = Ensemble.of(
                        5,
                        seed -> trainer.seed(seed)
                                .fit(NET, data.bootstrap(seed))
                                .model())
                .compare(data.test());

        assertThat(compared.ensemble().accuracy())
                .isGreaterThan(compared.meanOfMembers().accuracy() + 0.005);
        assertThat(compared.ensemble().loss())
                .isLessThan(compared.meanOfMembers().loss());
    }
}
