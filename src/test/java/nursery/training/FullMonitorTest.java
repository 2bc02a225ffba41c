package nursery.training;

import static nursery.Nursery.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.diagnosis.Monitored;
import org.junit.jupiter.api.Test;

class FullMonitorTest {
    private static final Net NET = Net.input(2).dense(20).relu().dense(3).softmax();

    private static Split rows(int perClass) {
        return Data.blobs(3, perClass, 5).split(0.8, 0.2, 0).standardize();
    }

    private static int[] epochs(History history) {
        return history.monitored().looks().stream()
                .mapToInt(Monitored.Look::epoch)
                .toArray();
    }

    @Test
    void watching_changes_no_bit() {
        Trainer trainer = Trainer.momentum(0.05).epochs(5).seed(3);

        History alone = trainer.fit(NET, rows(200));
        History watched = trainer.monitor(full()).fit(NET, rows(200));

        assertThat(watched.stepCosts()).containsExactly(alone.stepCosts());
        assertThat(watched.model().parameter("dense1.W").toDoubles())
                .containsExactly(alone.model().parameter("dense1.W").toDoubles());
    }

    @Test
    void many_rows_are_looked_at_after_each_epoch() {
        assertThat(epochs(Trainer.sgd(0.1)
                        .batchSize(500)
                        .epochs(3)
                        .monitor(full())
                        .fit(NET, rows(2_100))))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void few_rows_and_many_epochs_are_looked_at_as_often_as_costs_allow_and_at_the_end() {
        History few = Trainer.sgd(0.1).epochs(25).monitor(full()).fit(NET, rows(200));
        History endless = Trainer.sgd(0.1)
                .batchSize(480)
                .epochs(1_001)
                .monitor(new FullMonitor(5))
                .fit(NET, rows(200));

        assertThat(epochs(few)).as("480 rows, 50 x 100 between two looks").containsExactly(0, 11, 22, 25);
        assertThat(epochs(endless))
                .containsExactly(IntStream.concat(IntStream.rangeClosed(0, 58).map(i -> 17 * i), IntStream.of(1_001))
                        .toArray());
    }

    @Test
    void it_shows_each_layer_and_says_when_nothing_was_watched() {
        History watched = Trainer.sgd(0.1).epochs(2).monitor(full()).fit(NET, rows(100));

        assertThat(watched.monitored().table().columnNames())
                .containsExactly("epoch", "layer", "mean", "std", "zeros", "saturated", "dead");
        assertThat(watched.monitored().plot().panels()).hasSize(3);
        assertThat(watched.monitored().toString()).startsWith("After epoch 2:");
        assertThatThrownBy(() -> Trainer.sgd(0.1).epochs(1).fit(NET, rows(100)).monitored())
                .hasMessageContaining("trainer.monitor(full())");
        assertThatThrownBy(() -> new FullMonitor(0)).hasMessageContaining("expected at least 1 row");
    }
}
