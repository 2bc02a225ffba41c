package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import nursery.Nursery;
import nursery.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("engine")
class PlaygroundTest {

    static Stream<Playground> playgrounds() {
        return Stream.of(
                Playground.rosenbrock(),
                Playground.beale(),
                Playground.saddle(),
                Playground.quadratic(20),
                Playground.of("bowl", (x, y) -> x * x + 3 * y * y));
    }

    @ParameterizedTest
    @MethodSource("playgrounds")
    void gradients_are_those_of_smaller_differences(Playground playground) {
        double h = 1e-4;
        double[] gradient = playground.gradient(0.7, -0.4);
        double dx =
                (playground.f().applyAsDouble(0.7 + h, -0.4) - playground.f().applyAsDouble(0.7, -0.4)) / h;
        double dy =
                (playground.f().applyAsDouble(0.7, -0.4 + h) - playground.f().applyAsDouble(0.7, -0.4)) / h;

        assertThat(gradient[0]).isCloseTo(dx, within(0.1));
        assertThat(gradient[1]).isCloseTo(dy, within(0.1));
    }

    @Test
    void the_lowest_points_are_where_they_should_be() {
        assertThat(Playground.rosenbrock().f().applyAsDouble(1, 1)).isZero();
        assertThat(Playground.beale().f().applyAsDouble(3, 0.5)).isZero();

        Race race = Playground.beale().race(Trainer.lbfgs(1), Trainer.adam(0.1));
        assertThat(race.walks().get(0).end().x()).isCloseTo(3, within(1e-4));
        assertThat(race.walks().get(0).end().y()).isCloseTo(0.5, within(1e-4));
        assertThat(race.walks().get(1).end().value()).isLessThan(0.05);
    }

    @Test
    void a_small_rate_is_slow_and_a_large_one_diverges() {
        Race race = Playground.quadratic(20).steps(50).race(Trainer.sgd(1e-3), Trainer.sgd(0.09), Trainer.sgd(0.11));

        assertThat(race.walks().get(0).end().value()).isGreaterThan(2);
        assertThat(race.walks().get(1).end().value()).isLessThan(0.1);
        assertThat(race.walks().get(2).end().value()).isGreaterThan(100);
        assertThat(race.walks().get(2).places()).hasSize(51);
    }

    @Test
    void momentum_leaves_the_saddle_before_plain_descent_does() {
        Race race = Playground.saddle().race(Trainer.sgd(0.05), Trainer.momentum(0.05));

        assertThat(Math.abs(race.walks().get(0).end().y())).isLessThan(1);
        assertThat(Math.abs(race.walks().get(1).end().y())).isGreaterThan(10);
    }

    @Test
    void noise_comes_from_the_seed() {
        Playground noisy = Playground.quadratic(5).noise(1);
        Trainer sgd = Trainer.sgd(0.05);

        assertThat(noisy.race(sgd).walks()).isEqualTo(noisy.race(sgd).walks());
        assertThat(noisy.seed(1).race(sgd).walks()).isNotEqualTo(noisy.race(sgd).walks());
        assertThat(noisy.noise(0).race(sgd).walks())
                .isNotEqualTo(noisy.race(sgd).walks());
    }

    @Test
    void schedule_and_clipping_are_those_of_the_trainer() {
        Playground bowl = Playground.quadratic(1).start(2, 0).steps(10);
        Walk clipped = bowl.race(Trainer.sgd(0.1).clipNorm(1)).walks().get(0);
        Walk decayed = bowl.race(Trainer.sgd(0.5).epochs(10).schedule(Nursery.decay(0.5)))
                .walks()
                .get(0);

        assertThat(clipped.places().get(1).x()).isCloseTo(1.9, within(1e-7));
        assertThat(decayed.places().get(1).x()).isCloseTo(1, within(1e-7));
        assertThat(decayed.places().get(2).x()).isCloseTo(0.75, within(1e-7));
    }

    @Test
    void a_race_shows_paths_over_contours_and_a_table_of_where_they_ended() {
        Race race =
                Playground.rosenbrock().race(Trainer.sgd(1e-3), Trainer.momentum(1e-3), Trainer.momentum(1e-3, 0.99));

        assertThat(race.table().columnNames())
                .containsExactly("optimizer", "learning_rate", "steps", "gradients", "x", "y", "value");
        assertThat(race.table().doubleColumn("x").get(1))
                .isEqualTo(race.walks().get(1).end().x());
        assertThat(race.plot().toString())
                .contains("14 contours", "sgd 0.001: 251 points, first 1", "momentum(0.99) 0.001: 251 points");
        assertThat(race.plot().staticHtml()).contains("stroke=\"#bdbdbd\"");
        assertThat(race.toString())
                .startsWith("Rosenbrock, 500 steps from (-1.2, 1)\nsgd 0.001: f(")
                .contains("after 500 gradients");
        assertThat(Playground.saddle().plot().toString()).contains("Saddle", "start: 1 point");
    }

    @Test
    void what_cannot_be_played_on_is_answered_with_a_sentence() {
        Playground saddle = Playground.saddle();

        assertThatThrownBy(() -> saddle.window(1, 1, 0, 1))
                .hasMessage("window: expected minX < maxX and minY < maxY, received 1.0 to 1.0, 0.0 to 1.0");
        assertThatThrownBy(() -> saddle.start(Double.NaN, 0)).hasMessageStartingWith("start: expected two numbers");
        assertThatThrownBy(() -> saddle.steps(0)).hasMessage("steps: expected at least 1, received 0");
        assertThatThrownBy(() -> saddle.noise(-1)).hasMessageStartingWith("noise: expected a deviation");
        assertThatThrownBy(saddle::race).hasMessageStartingWith("race: expected at least one trainer");
        assertThatThrownBy(() -> Playground.quadratic(0)).hasMessageStartingWith("quadratic: expected a condition");
    }
}
