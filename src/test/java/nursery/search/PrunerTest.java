package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nursery.Search;
import org.junit.jupiter.api.Test;

class PrunerTest {

    @Test
    void a_trial_below_the_median_of_the_mean_scores_is_ended() {
        Pruner median = new MedianStopping(2, 3);
        // means over two epochs: 0.3, 0.55 and 0.3; the third trial never came that far
        List<List<Double>> earlier = List.of(List.of(0.2, 0.4), List.of(0.5, 0.6), List.of(0.1), List.of(0.3, 0.3));

        assertThat(median.stop(List.of(0.1, 0.29), earlier))
                .contains("below the median of the trials before after epoch 2");
        assertThat(median.stop(List.of(0.31, 0.1), earlier))
                .as("its best counts")
                .isEmpty();
        assertThat(median.stop(List.of(0.1), earlier)).as("too early").isEmpty();
        assertThat(median.stop(List.of(0.1, 0.1), earlier.subList(0, 3)))
                .as("too few came so far")
                .isEmpty();
    }

    @Test
    void the_best_third_goes_on_from_rung_to_rung() {
        Pruner halving = new SuccessiveHalving(3, 1);
        List<List<Double>> two = List.of(List.of(0.5), List.of(0.6, 0.7, 0.8));

        assertThat(halving.stop(List.of(0.1), two.subList(0, 1)))
                .as("too few to compare")
                .isEmpty();
        assertThat(halving.stop(List.of(0.55), two)).contains("not among the best of every 3 after epoch 1");
        assertThat(halving.stop(List.of(0.65), two)).isEmpty();
        assertThat(halving.stop(List.of(Double.NaN), two)).isPresent();
        List<List<Double>> three = List.of(List.of(0.1, 0.1, 0.9), List.of(0.1, 0.1, 0.8));
        assertThat(halving.stop(List.of(0.65, 0.1), three))
                .as("epoch 2 is no rung")
                .isEmpty();
        assertThat(halving.stop(List.of(0.65, 0.9, 0.85), three)).isPresent();
        assertThat(halving.stop(List.of(0.65, 0.1, 0.95), three)).isEmpty();
    }

    @Test
    void of_nine_trials_in_rising_order_all_go_on_and_in_falling_order_the_first_two() {
        Pruner halving = new SuccessiveHalving(3, 1);
        List<List<Double>> rising = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9).stream()
                .map(List::of)
                .toList();
        List<List<Double>> falling = rising.stream()
                .sorted((a, b) -> Double.compare(b.get(0), a.get(0)))
                .toList();

        assertThat(goOn(halving, rising)).as("each is the best so far").isEqualTo(9);
        assertThat(goOn(halving, falling))
                .as("two, before there are three to compare")
                .isEqualTo(2);
    }

    private static long goOn(Pruner pruner, List<List<Double>> scores) {
        return IntStream.range(0, scores.size())
                .filter(i -> pruner.stop(scores.get(i), scores.subList(0, i)).isEmpty())
                .count();
    }

    @Test
    void numbers_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> Search.random(9).halving(1, 1)).hasMessageContaining("a factor of at least 2");
        assertThatThrownBy(() -> Search.random(9).medianStopping(0, 5)).hasMessageContaining("received 0 and 5");
    }
}
