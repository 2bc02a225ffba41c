package nursery.search;

import static nursery.search.Verdict.DIVERGED;
import static nursery.search.Verdict.GOOD;
import static nursery.search.Verdict.TOO_HIGH;
import static nursery.search.Verdict.TOO_LOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Verdicts on made-up curves of a net that starts at loss 2.3, with rates 1e-4, 1e-3 ... */
class ValleyTest {

    private static Valley valley(Double... losses) {
        List<Double> rates = IntStream.range(0, losses.length)
                .mapToObj(i -> Math.pow(10, i - 4))
                .toList();
        return new Valley(rates, List.of(losses), 2.3, 2.3);
    }

    private static List<Verdict> verdicts(Valley valley) {
        return IntStream.range(0, valley.rates().size())
                .mapToObj(valley::verdict)
                .toList();
    }

    @Test
    void a_clear_valley_has_a_plateau_good_rates_and_a_cliff() {
        Valley valley = valley(2.3, 1.9, 0.4, 0.3, 1.5, 8.0, Double.NaN);

        assertThat(verdicts(valley)).containsExactly(TOO_LOW, TOO_LOW, GOOD, GOOD, TOO_HIGH, DIVERGED, DIVERGED);
        assertThat(valley.unclear()).isEmpty();
        assertThat(valley.best())
                .as("the smallest that does nearly as well as any")
                .isEqualTo(1e-2);
        assertThat(valley.confidence()).isEqualTo(1);
    }

    @Test
    void a_loss_that_no_rate_moves_is_no_valley() {
        Valley valley = valley(2.3, 2.31, 2.29, 2.28);

        assertThat(verdicts(valley)).containsOnly(TOO_LOW);
        assertThat(valley.unclear()).hasValueSatisfying(r -> assertThat(r).startsWith("no rate makes the loss fall"));
        assertThat(valley.confidence()).isZero();
    }

    @Test
    void rates_that_all_explode_are_no_valley() {
        Valley valley = valley(Double.NaN, Double.POSITIVE_INFINITY, 1e9);

        assertThat(verdicts(valley)).containsOnly(DIVERGED);
        assertThat(valley.unclear()).contains("every rate makes the loss explode; sweep lower rates, below 0.0001");
    }

    @Test
    void a_best_rate_on_either_edge_says_where_to_look() {
        assertThat(valley(2.3, 2.0, 0.2).unclear())
                .contains("the best rate, 0.01, sits on the edge of the range; sweep higher rates too");
        assertThat(valley(0.2, 2.0, 9.0).unclear())
                .contains("the best rate, 0.0001, sits on the edge of the range; sweep lower rates too");
    }

    @Test
    void a_valley_with_one_end_out_of_sight_is_less_sure() {
        assertThat(valley(2.3, 1.9, 0.4, 0.3).confidence()).isEqualTo(0.5);
        assertThat(valley(2.3, 0.3, 1.9, 0.2, 8.0).confidence())
                .as("a gap between good rates")
                .isEqualTo(0.75);
        assertThat(valley(2.3, 2.1, 1.9, 1.92, 8.0).confidence())
                .as("a shallow valley")
                .isEqualTo(0.75);
    }

    @Test
    void learning_the_mean_of_the_targets_is_no_progress() {
        // starts at 600, the variance of the targets is 60
        Valley numbers = new Valley(List.of(1e-4, 1e-3, 1e-2, 1e-1), List.of(300.0, 59.0, 10.0, 1e6), 600, 60);

        assertThat(verdicts(numbers)).containsExactly(TOO_LOW, TOO_LOW, GOOD, DIVERGED);
    }
}
