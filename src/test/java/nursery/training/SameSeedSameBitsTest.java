package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
class SameSeedSameBitsTest {
    private final Split data = TestData.blobs(4, 30, 150, 3).split(0.8, 0.2, 0);
    private final Net net = Net.input(30).dense(20).relu().dense(4).softmax().l2(1e-3);
    private final Trainer trainer = Trainer.adam(1e-2).epochs(3).seed(5);

    @Test
    void a_second_run_gives_the_same_bits() {
        assertThat(bits(trainer)).isEqualTo(bits(trainer));
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        assertThat(bits(trainer.threads(2))).isEqualTo(bits(trainer.threads(1)));
        assertThat(bits(trainer.threads(3))).isEqualTo(bits(trainer.threads(1)));
    }

    @Test
    void drawing_live_changes_nothing() {
        assertThat(bits(trainer.live())).isEqualTo(bits(trainer));
    }

    @Test
    void another_seed_gives_another_run() {
        assertThat(bits(trainer.seed(6))).isNotEqualTo(bits(trainer));
    }

    @Test
    void training_a_model_leaves_it_as_it_was() {
        var model = net.init(1);
        double[] before = model.parameter("dense1.W").toDoubles();

        trainer.fit(model, data);

        assertThat(model.parameter("dense1.W").toDoubles()).containsExactly(before);
    }

    private String bits(Trainer t) {
        History history = t.fit(net, data);
        return Arrays.toString(history.stepCosts())
                + Arrays.toString(history.updateRatios().ratios(0))
                + Arrays.toString(history.model().parameter("dense1.W").toDoubles());
    }
}
