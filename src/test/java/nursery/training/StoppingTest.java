package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private final Split data = TestData.blobs(3, 4, 100, 1).split(0.8, 0.1, 0.1);
    private final Net net = Net.input(4).dense(8).relu().dense(3).softmax();

    @Test
    void an_interrupt_stops_within_one_step_and_keeps_model_and_history() {
        Callback interruptAtSeven = new Callback() {
            @Override
            public Optional<String> afterStep(History history) {
                if (history.steps() == 7) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }
        };

        History history =
                Trainer.sgd(0.1).batchSize(10).callback(interruptAtSeven).fit(net, data);

        assertThat(history.steps()).isEqualTo(8);
        assertThat(history.stopReason()).hasValueSatisfying(r -> assertThat(r).startsWith("interrupted at step 8"));
        assertThat(history.epochs()).hasSize(1);
        assertThat(history.model().accuracy(data.train())).isBetween(0.0, 1.0);
        assertThat(History.last()).isSameAs(history);
        assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
    }

    @Test
    void a_loss_that_is_not_finite_stops_and_says_where() {
        Split huge = Data.of(new double[][] {{1e30}, {2e30}, {-1e30}, {3e30}}, new double[] {1, -1, 2, 0})
                .split(1, 0, 0);

        History history = Trainer.sgd(1e6).fit(Net.input(1).dense(1).linear(), huge);

        assertThat(history.stopReason())
                .hasValueSatisfying(
                        r -> assertThat(r).contains("the loss became").contains("lower the learning rate"));
        assertThat(history.steps()).isLessThan(5);
    }

    @Test
    void max_steps_and_a_callback_stop_with_their_reason() {
        Callback enough = new Callback() {
            @Override
            public Optional<String> afterEpoch(History history) {
                return Optional.of("enough");
            }
        };

        assertThat(Trainer.sgd(0.1).maxSteps(3).fit(net, data).stopReason()).contains("reached maxSteps, 3");
        History history = Trainer.sgd(0.1).callback(enough).fit(net, data);
        assertThat(history.stopReason()).contains("enough");
        assertThat(history.epochs()).hasSize(1);
    }

    @Test
    void max_seconds_stops() {
        History history = Trainer.sgd(0.1).maxSeconds(1e-9).epochs(1000).fit(net, data);

        assertThat(history.steps()).isEqualTo(1);
        assertThat(history.stopReason()).contains("reached maxSeconds, 1.0E-9");
    }

    @Test
    void settings_that_make_no_sense_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> Trainer.sgd(0))
                .hasMessageStartingWith("learning rate: expected a number above 0, received 0.0");
        assertThatThrownBy(() -> Trainer.adam(Double.NaN)).hasMessageContaining("received NaN");
        assertThatThrownBy(() -> Trainer.sgd(1).batchSize(0))
                .hasMessage("batch size: expected a number above 0, received 0; 64 is usual");
        assertThatThrownBy(() -> Trainer.sgd(1).epochs(-1)).hasMessageStartingWith("epochs: expected");
        assertThatThrownBy(() -> Trainer.momentum(1, 1.0)).hasMessageStartingWith("momentum: expected ρ");
    }

    @Test
    void a_net_that_does_not_fit_the_data_is_refused_before_anything_runs() {
        assertThatThrownBy(() -> Trainer.sgd(1).fit(Net.input(5).dense(3).softmax(), data))
                .hasMessage("expected rows of 5 numbers for a net with input [5], received rows of 4 [4];"
                        + " use Net.input(4)");
        assertThatThrownBy(() -> Trainer.sgd(1).fit(Net.input(4).dense(7).softmax(), data))
                .hasMessageContaining("dense(3)");
        assertThatThrownBy(() -> Trainer.sgd(1).fit(Net.input(4).dense(3), data))
                .hasMessageStartingWith("expected a net that ends in a head, received one that ends in dense(3)");
    }

    @Test
    void an_interrupt_during_the_last_validation_is_taken_and_told() {
        Callback lastStep = new Callback() {
            @Override
            public Optional<String> afterStep(History history) {
                if (history.steps() == history.totalSteps()) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }
        };

        History history = Trainer.sgd(0.1).epochs(2).callback(lastStep).fit(net, data);

        assertThat(history.interrupted()).isTrue();
        assertThat(history.epochs()).hasSize(2);
        assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
    }

    @Test
    void a_schedule_that_gives_no_rate_is_named() {
        assertThatThrownBy(() -> Trainer.sgd(0.1)
                        .schedule((base, epoch, epochs) -> Double.NaN)
                        .fit(net, data))
                .hasMessage(
                        "schedule: expected a rate of at least 0, received NaN after 0.0 epochs; correct the schedule");
        assertThatThrownBy(() -> Trainer.sgd(0.1)
                        .schedule((base, epoch, epochs) -> base - 0.1 * epoch)
                        .fit(net, data))
                .hasMessageContaining("received -");
    }

    @Test
    void what_cannot_be_evaluated_is_answered_with_a_sentence() {
        var model = net.init(1);
        Split numbers = Data.of(new double[][] {{1}, {2}}, new double[] {1, 2}).split(1, 0, 0);

        assertThatThrownBy(() -> model.accuracy(data.train().split(1, 0, 0).test()))
                .hasMessage("expected rows to evaluate, received none; give this part a share in split(...)");
        assertThatThrownBy(() -> Net.input(1).dense(1).linear().init(1).accuracy(numbers.train()))
                .hasMessageContaining("ask for loss(data)");
        assertThatThrownBy(() -> Trainer.sgd(1).threads(1000)).hasMessageContaining("at most 256, received 1000");
    }
}
