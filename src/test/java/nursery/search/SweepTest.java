package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepTest {
    private static final Split SPIRAL = Data.spiral(3, 100, 231).split(0.8, 0.1, 0.1);
    private static final Net SPIRAL_NET =
            Net.input(2).dense(100).relu().dense(3).softmax();
    private static final Split BLOBS = TestData.blobs(4, 6, 100, 3).split(0.8, 0.1, 0.1);
    private static final Net BLOBS_NET = Net.input(6).dense(20).tanh().dense(4).hinge();
    private static final Split CURVE = Data.of(
                    IntStream.range(0, 300)
                            .mapToObj(i -> new double[] {i / 150.0 - 1, Math.cos(i)})
                            .toArray(double[][]::new),
                    IntStream.range(0, 300)
                            .mapToDouble(i -> 20 + 5 * Math.sin(i / 40.0) + Math.cos(i))
                            .toArray())
            .split(0.7, 0.15, 0.15)
            .standardize();
    private static final Net CURVE_NET = Net.input(2).dense(32).relu().dense(1).linear();

    static Stream<List<Object>> healthy() {
        return Stream.of(Trainer.sgd(1), Trainer.momentum(1), Trainer.adam(1))
                .flatMap(t -> Stream.of(
                        List.of(t, SPIRAL_NET, SPIRAL), List.of(t, BLOBS_NET, BLOBS), List.of(t, CURVE_NET, CURVE)));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void low_rates_hardly_move_high_rates_explode_and_the_suggestion_trains(List<Object> setting) {
        Trainer trainer = (Trainer) setting.get(0);
        Net net = (Net) setting.get(1);
        Split data = (Split) setting.get(2);

        Sweep sweep = trainer.sweep(net, data, 1e-6, 1e2, 17);

        List<Verdict> verdicts = sweep.trials().stream().map(RateTrial::verdict).toList();
        assertThat(verdicts.get(0)).isEqualTo(Verdict.TOO_LOW);
        assertThat(verdicts.get(verdicts.size() - 1)).isIn(Verdict.DIVERGED, Verdict.TOO_HIGH);
        assertThat(verdicts.lastIndexOf(Verdict.TOO_LOW)).isLessThan(verdicts.indexOf(Verdict.GOOD));
        History history = trainer.learningRate(sweep.best()).epochs(40).fit(net, data);
        History tenth = trainer.learningRate(sweep.best() / 1000).epochs(40).fit(net, data);
        assertThat(history.lastEpoch().trainLoss())
                .as("with " + sweep.best() + " against a thousandth of it")
                .isLessThan(0.5 * tenth.lastEpoch().trainLoss());
    }

    @Test
    void rates_are_spread_evenly_in_powers_of_ten() {
        Sweep sweep = Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1e-3, 1e1, 5);

        assertThat(sweep.trials()).extracting(RateTrial::learningRate).containsExactly(1e-3, 1e-2, 1e-1, 1.0, 1e1);
        assertThat(sweep.table().columnNames())
                .containsExactly("learning_rate", "first_loss", "last_loss", "accuracy", "verdict");
        assertThat(sweep.toString()).contains("learning rate  first loss").contains("too low");
        assertThat(sweep.plot().toString()).contains("good").contains("Loss against learning rate");
    }

    @Test
    void all_rates_start_from_the_same_weights_and_the_same_sweep_gives_the_same_numbers() {
        Sweep sweep = Trainer.adam(1).sweep(BLOBS_NET, BLOBS, 1e-5, 1, 4);

        assertThat(sweep.trials())
                .extracting(RateTrial::firstLoss)
                .containsOnly(sweep.trials().get(0).firstLoss());
        assertThat(Trainer.adam(0.5).epochs(3).live().sweep(BLOBS_NET, BLOBS, 1e-5, 1, 4))
                .isEqualTo(sweep);
    }

    @Test
    void without_a_clear_valley_best_throws_a_sentence() {
        Sweep low = Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1e-9, 1e-7, 3);

        assertThatThrownBy(low::best)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sweep: expected a clear valley of the loss, found that no rate makes the loss fall;"
                        + " sweep higher rates, above 1e-7, or look at the data and the initialization");
        assertThat(low.suggestion().confidence()).isZero();
        assertThat(low.toString()).contains("no clear valley: ");
    }

    @Test
    void a_range_that_is_none_is_refused() {
        assertThatThrownBy(() -> Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1, 1e-6, 15))
                .hasMessage("sweep: expected two rates with 0 < from < to, received 1.0 and 1.0E-6; try 1e-6 and 1e1");
        assertThatThrownBy(() -> Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, Double.NaN, 1, 15))
                .hasMessageContaining("received NaN and 1.0");
        assertThatThrownBy(() -> Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1e-6, 1, 2))
                .hasMessage("sweep: expected at least 3 rates, received 2; two for each power of ten are usual");
    }

    @Test
    void an_interrupt_keeps_the_rates_so_far_and_takes_the_mark_away() {
        Thread.currentThread().interrupt();

        Sweep sweep = Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1e-3, 1e1, 5);

        assertThat(sweep.interrupted()).isTrue();
        assertThat(sweep.trials()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(sweep::best).hasMessageContaining("interrupted after 0 rates; run the sweep again");
        assertThat(sweep.html()).contains("no rows");
    }

    @Test
    void several_suggestions_come_with_their_confidence() {
        Sweep sweep = Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1e-6, 1e2, 17);

        assertThat(sweep.suggestions()).hasSize(3).startsWith(sweep.suggestion());
        Suggestion lowest = sweep.suggestions().get(1);
        assertThat(sweep.trials())
                .filteredOn(t -> t.learningRate() == lowest.learningRate())
                .singleElement()
                .satisfies(t -> assertThat(sweep.trials().stream()
                                .filter(o -> o.verdict() == Verdict.GOOD)
                                .mapToDouble(RateTrial::lastLoss))
                        .allMatch(loss -> loss >= t.lastLoss()));
        assertThat(sweep.suggestions()).allMatch(s -> s.confidence() > 0 && s.confidence() <= 1);
        assertThat(sweep.toString()).contains("the loss falls most steeply about it");
    }

    @Test
    void the_steepest_fall_lies_between_the_two_rates_where_the_loss_falls_most() {
        List<RateTrial> trials = List.of(
                made(1e-4, 2.3, Verdict.TOO_LOW),
                made(1e-3, 2.0, Verdict.TOO_LOW),
                made(1e-2, 0.5, Verdict.GOOD),
                made(1e-1, 0.4, Verdict.GOOD),
                made(1, Double.NaN, Verdict.DIVERGED));
        Suggestion best = new Suggestion(1e-2, 0.75, "");

        assertThat(RateSuggestions.of(trials, best))
                .extracting(Suggestion::learningRate)
                .containsExactly(1e-2, 1e-1, 0.003162);
        assertThat(RateSuggestions.of(trials, best))
                .extracting(Suggestion::confidence)
                .containsExactly(0.75, 0.75, 0.375);
    }

    private static RateTrial made(double rate, double loss, Verdict verdict) {
        return new RateTrial(rate, 2.3, loss, 0.5, 1e-3, verdict);
    }

    @Test
    void without_a_clear_valley_there_is_one_suggestion_that_says_why() {
        Sweep low = Trainer.sgd(1).sweep(SPIRAL_NET, SPIRAL, 1e-9, 1e-7, 3);

        assertThat(low.suggestions()).containsExactly(low.suggestion());
    }

    @Test
    void a_trained_model_is_swept_from_where_it_is_and_stays_as_it_is_bit_for_bit() {
        History history = Trainer.sgd(0.1).epochs(2).fit(SPIRAL_NET, SPIRAL);
        double[] before = history.model().parameter("dense1.W").toDoubles();
        double[] goingOn =
                Trainer.sgd(0.1).epochs(1).fit(history.model(), SPIRAL).stepLosses();

        Sweep sweep = Trainer.sgd(1).sweep(history.model(), SPIRAL, 1e-6, 1e2, 5);

        assertThat(sweep.trials().get(0).firstLoss()).isLessThan(Math.log(3));
        assertThat(history.model().parameter("dense1.W").toDoubles()).isEqualTo(before);
        assertThat(History.last().steps()).as("the sweep goes unnoticed").isEqualTo(goingOn.length);
        assertThat(Trainer.sgd(0.1).epochs(1).fit(history.model(), SPIRAL).stepLosses())
                .isEqualTo(goingOn);
    }
}
