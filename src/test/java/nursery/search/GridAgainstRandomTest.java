package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridAgainstRandomTest {

    @Test
    void nine_trials_are_three_values_on_a_grid_and_nine_at_random() {
        GridAgainstRandom picture = GridAgainstRandom.run(231);

        assertThat(picture.table().intColumn("trials").asList()).containsExactly(9, 9);
        assertThat(picture.table().intColumn("distinct_important").asList()).containsExactly(3, 9);
        assertThat(picture.plot().toString()).contains("3 distinct values").contains("9 distinct values");
        assertThat(picture.toString()).contains("9 distinct values of the important hyperparameter");
        assertThat(GridAgainstRandom.run(231)).isEqualTo(picture);
    }

    /** p < .01 is 2.33 standard errors, one-sided. */
    @ParameterizedTest
    @ValueSource(longs = {231, 1, 2})
    void over_200_placements_random_search_wins_and_has_less_regret(long seed) {
        GridAgainstRandom.Tournament tournament = GridAgainstRandom.tournament(200, seed);

        assertThat(tournament.randomWins()).as(tournament.toString()).isGreaterThanOrEqualTo(120);
        assertThat(tournament.gridRegret() - tournament.randomRegret())
                .as(tournament.toString())
                .isGreaterThan(2.33 * tournament.standardError());
    }
}
