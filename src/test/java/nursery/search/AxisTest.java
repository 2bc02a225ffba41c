package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nursery.Search;
import nursery.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

    @Test
    void values_in_powers_of_ten_are_spread_evenly_over_them() {
        Search search = Search.random(4000).logUniform("lr", 1e-6, 1e-2).seed(231);

        long[] perDecade = new long[4];
        for (int i = 0; i < search.trials(); i++) {
            double lr = search.configuration(i).get("lr");
            assertThat(lr).isBetween(1e-6, 1e-2);
            perDecade[(int) Math.min(3, Math.floor(Math.log10(lr) + 6 + 1e-12))]++;
        }
        assertThat(Arrays.stream(perDecade).boxed())
                .as("1000 each, deviation 27")
                .allMatch(n -> n > 890 && n < 1110);
    }

    @Test
    void positions_are_the_inverse_of_values() {
        var random = Seed.of(7).generator();
        for (RangeAxis axis : List.of(
                new UniformAxis("a", -3, 5), new LogUniformAxis("b", 1e-6, 1e3), new UniformAxis("c", 0.1, 0.9))) {
            for (int i = 0; i < 200; i++) {
                double u = random.nextDouble();
                assertThat(axis.position(axis.at(u))).isBetween(u - 2e-3, u + 2e-3);
            }
        }
    }

    @Test
    void values_have_four_significant_digits() {
        var random = Seed.of(8).generator();
        for (int i = 0; i < 500; i++) {
            double x = Math.pow(10, 40 * random.nextDouble() - 20) * (random.nextBoolean() ? 1 : -1);
            assertThat(Rounding.value(x)).isEqualTo(Double.parseDouble(String.format(Locale.ROOT, "%.3e", x)));
        }
        assertThat(Rounding.value(0)).isZero();
    }

    @Test
    void whole_numbers_include_both_ends_and_are_equally_likely() {
        Search search = Search.random(3000).integer("units", 5, 7).seed(3);

        int[] counts = new int[8];
        IntStream.range(0, 3000).forEach(i -> counts[search.configuration(i).getInt("units")]++);

        assertThat(Arrays.stream(counts, 5, 8).boxed()).allMatch(n -> n > 900 && n < 1100);
    }

    @Test
    void one_more_hyperparameter_leaves_the_values_of_the_others() {
        Search one = Search.random(5).logUniform("lr", 1e-6, 1).seed(4);

        assertThat(one.integer("units", 1, 9).configuration(3).get("lr"))
                .isEqualTo(one.configuration(3).get("lr"));
    }

    @Test
    void a_grid_has_every_combination_and_both_ends() {
        Search grid = Search.grid(3)
                .logUniform("lr", 1e-4, 1e-2)
                .choice("hidden", 50, 100)
                .integer("layers", 1, 2);

        List<String> all = IntStream.range(0, grid.trials())
                .mapToObj(i -> grid.configuration(i).toString())
                .toList();

        assertThat(all)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .startsWith("lr = 0.0001, hidden = 50, layers = 1", "lr = 0.0001, hidden = 50, layers = 2")
                .endsWith("lr = 0.01, hidden = 100, layers = 2");
        assertThat(all).filteredOn(c -> c.startsWith("lr = 0.001,")).hasSize(4);
    }

    /** In base b, each of b^k stretches of equal length holds exactly one of the first b^k points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 231})
    void halton_points_fill_every_stretch_once(long seed) {
        Search search = Search.halton(200)
                .uniform("a", 0, 1)
                .uniform("b", 0, 1)
                .uniform("c", 0, 1)
                .seed(seed);
        int[] bases = {2, 3, 5};
        int[] counts = {128, 81, 125};
        for (int axis = 0; axis < 3; axis++) {
            int n = counts[axis];
            List<Integer> stretches = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                stretches.add((int) (search.sampler().point(search.space(), seed, i)[axis] * n));
            }
            assertThat(stretches)
                    .as("base " + bases[axis])
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, n).boxed().toList());
        }
        assertThat(search.configuration(7)).isNotEqualTo(search.seed(seed + 1).configuration(7));
    }

    @Test
    void the_lectures_own_best_rate_lies_on_the_edge_and_its_penalty_does_not() {
        RangeAxis reg = new LogUniformAxis("reg", 1e-4, 1);
        RangeAxis lr = new LogUniformAxis("lr", 1e-4, 1e-3);

        assertThat(reg.centered(1.433895e-03)).isEmpty();
        assertThat(lr.centered(9.471549e-04)).hasValueSatisfying(range -> {
            assertThat(range.ends()).isEqualTo("0.00053 to 0.0017");
            assertThat(range.position(9.471549e-04)).as("in the middle").isBetween(0.45, 0.55);
        });
    }

    @Test
    void a_natural_limit_is_no_edge() {
        assertThat(new UniformAxis("dropout", 0, 0.8).centered(0.01)).isEmpty();
        assertThat(new UniformAxis("dropout", 0, 0.8).centered(0.78)).isPresent();
        assertThat(new UniformAxis("share", 0, 1).centered(0.99)).isEmpty();
        assertThat(new IntegerAxis("layers", 1, 9).centered(1)).isEmpty();
        assertThat(new IntegerAxis("layers", 1, 9).centered(9))
                .map(RangeAxis::ends)
                .contains("7 to 11");
    }

    @Test
    void zoom_holds_the_best_values_with_a_margin_that_may_leave_the_range() {
        RangeAxis lr = new LogUniformAxis("lr", 1e-6, 1e-1);

        RangeAxis finer = lr.zoom(List.of(1e-2, 9e-2, 3e-2));

        assertThat(finer.ends()).isEqualTo("0.0031 to 0.29");
        assertThat(new UniformAxis("dropout", 0, 0.5).zoom(List.of(0.02, 0.1)).ends())
                .isEqualTo("0 to 0.15");
        assertThat(new IntegerAxis("units", 10, 110).zoom(List.of(50, 60)).ends())
                .isEqualTo("40 to 70");
        assertThat(new ChoiceAxis("hidden", List.of(50, 100, 200))
                        .zoom(List.of(200, 100, 200))
                        .values())
                .containsExactly(100, 200);
    }

    @Test
    void ranges_that_are_none_are_refused() {
        assertThatThrownBy(() -> Search.random(1).logUniform("lr", 0, 1))
                .hasMessage(
                        "logUniform(\"lr\"): expected two numbers above 0, the lower one first, received 0.0 and 1.0;"
                                + " for example 1e-6 and 1e-1");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThatThrownBy(() -> Search.random(1).uniform("x", 0, bad))
                    .hasMessageContaining("expected two numbers");
        }
        assertThatThrownBy(() -> Search.random(1).integer("x", 3, 3))
                .hasMessageContaining("expected two whole numbers");
        assertThatThrownBy(() -> Search.random(1).choice("x", 1, 1)).hasMessageContaining("values that differ");
        assertThatThrownBy(() -> Search.random(1).choice("x", "a\"b")).hasMessageContaining("without quotes");
        assertThatThrownBy(() -> Search.random(1).uniform("l r", 0, 1)).hasMessageContaining("received \"l r\"");
    }

    @Test
    void values_are_asked_for_by_name_and_kind() {
        Configuration p = new Configuration(
                List.of(
                        new UniformAxis("x", 0, 1),
                        new ChoiceAxis("word", List.of("adam")),
                        new IntegerAxis("n", 1, 5)),
                List.of(0.25, "adam", 3));

        assertThat(DoubleStream.of(p.get("x"), p.get("n")).boxed()).containsExactly(0.25, 3.0);
        assertThat(p.getInt("n")).isEqualTo(3);
        assertThat(p.getText("word")).isEqualTo("adam");
        assertThatThrownBy(() -> p.get("word"))
                .hasMessage("get(\"word\"): expected a number, received \"adam\"; ask for getText");
        assertThatThrownBy(() -> p.getInt("x")).hasMessageContaining("expected a whole number, received 0.25");
        assertThatThrownBy(() -> p.get("y"))
                .hasMessage("expected the name of a hyperparameter, one of [x, word, n]; received \"y\"");
    }
}
