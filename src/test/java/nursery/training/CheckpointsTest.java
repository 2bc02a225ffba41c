package nursery.training;

import static nursery.Nursery.cosine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.optimizers.Cycle;
import nursery.optimizers.ReduceOnPlateau;
import nursery.optimizers.Schedule;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private final Split data = TestData.blobs(3, 4, 40, 1).split(0.8, 0.2, 0);
    private final Net net = Net.input(4).dense(6).relu().dense(3).softmax();
    private final Trainer trainer = Trainer.momentum(0.05).batchSize(10).schedule(cosine().cycle(2));

    @Test
    void a_checkpoint_is_the_model_that_a_shorter_training_gives() {
        History history = trainer.epochs(5).callback(Checkpoints.every(2)).fit(net, data);

        assertThat(history.checkpoints()).extracting(Checkpoint::epoch).containsExactly(2, 4);
        Checkpoint last = history.checkpoints().get(1);
        assertThat(last.model().parameter("dense1.W").toDoubles())
                .containsExactly(trainer.epochs(4)
                        .fit(net, data)
                        .model()
                        .parameter("dense1.W")
                        .toDoubles());
        assertThat(last.seconds()).isEqualTo(history.epochs().get(3).seconds());
    }

    @Test
    void a_training_without_the_callback_keeps_none_and_a_second_one_starts_anew() {
        Trainer keeps = trainer.epochs(2).callback(Checkpoints.every(1));

        keeps.fit(net, data);

        assertThat(keeps.fit(net, data).checkpoints()).hasSize(2);
        assertThat(trainer.epochs(1).fit(net, data).checkpoints()).isEmpty();
        assertThatThrownBy(() -> Checkpoints.every(0))
                .hasMessage("checkpoints: expected a number of epochs of at least 1, received 0; 1 keeps them all");
    }

    @Test
    void a_cycle_begins_its_schedule_again() {
        Schedule cyclic = cosine().cycle(4);

        assertThat(cyclic.rate(0.1, 0, 20)).isEqualTo(0.1);
        assertThat(cyclic.rate(0.1, 1, 20)).isCloseTo(0.05 * (1 + Math.sqrt(0.5)), within(1e-15)); // ½ (1 + cos π/4)
        assertThat(cyclic.rate(0.1, 3.999, 20)).isLessThan(1e-7);
        assertThat(cyclic.rate(0.1, 4, 20)).isEqualTo(0.1);
        assertThat(cyclic.rate(0.1, 18, 20)).isCloseTo(0.05, within(1e-15));
        assertThat(cyclic).hasToString("cosine().cycle(4.0)");
        assertThatThrownBy(() -> cosine().cycle(0)).hasMessageStartingWith("cycle: expected a number of epochs");
    }

    @Test
    void a_cycle_lets_its_schedule_look_at_the_loss() {
        Cycle cycle = new Cycle(new ReduceOnPlateau(0.5, 1, 0), 3);

        assertThat(cycle.afterEpoch(1).afterEpoch(1).afterEpoch(1).rate(1, 3, 9))
                .isEqualTo(0.5);
        assertThat(cosine().cycle(2).afterEpoch(1)).isEqualTo(cosine().cycle(2));
    }
}
