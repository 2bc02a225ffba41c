package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nursery.Search;
import nursery.tensor.Seed;
import org.junit.jupiter.api.Test;

class WarningRulesTest {
    private static final Search LR = Search.random(40).logUniform("lr", 1e-6, 1e-1);

    private static List<String> warnings(List<Trial> trials) {
        return SearchResult.of(LR, trials, false).warnings().stream()
                .map(SearchWarning::id)
                .toList();
    }

    /** Finished trials, the best of them at {@code best}. */
    private static List<Trial> finished(int n, double best) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double lr = i == 0 ? best : 1e-6 * Math.pow(10, 4.0 * i / n);
            trials.add(SearchTest.trial(i, Outcome.FINISHED, i == 0 ? 0.9 : 0.5, lr));
        }
        return trials;
    }

    @Test
    void a_healthy_search_is_left_alone() {
        assertThat(warnings(finished(40, 1e-3))).isEmpty();
    }

    @Test
    void a_best_value_at_the_edge_names_the_range_to_search_next() {
        SearchResult result = SearchResult.of(LR, finished(40, 8e-2), false);

        assertThat(result.warnings())
                .singleElement()
                .hasToString(
                        "best value at the edge: lr = 0.08 lies on the edge of 1e-6 to 0.1. A better one may lie beyond:"
                                + " search lr from 0.0044 to 1.5.");
        assertThat(result.plot().toString()).contains("search here next");
        assertThat(result.html()).contains("<b>best value at the edge</b>");
    }

    @Test
    void the_lectures_refined_search_warns_of_its_rate_alone() {
        Search lecture = Search.random(40).logUniform("reg", 1e-4, 1).logUniform("lr", 1e-4, 1e-3);
        Trial best = new Trial(
                0,
                new Configuration(lecture.space().axes(), List.of(1.433895e-03, 9.471549e-04)),
                0,
                Outcome.FINISHED,
                1.4,
                0.531,
                List.of(0.531),
                1,
                "");

        assertThat(SearchResult.of(lecture, List.of(best), false).warnings())
                .filteredOn(w -> w.id().equals("D68"))
                .singleElement()
                .satisfies(
                        w -> assertThat(w.evidence()).isEqualTo("lr = 0.0009472 lies on the edge of 0.0001 to 0.001"));
    }

    @Test
    void an_edge_beyond_which_nearly_all_diverge_is_named() {
        List<Trial> trials = finished(30, 1e-3);
        IntStream.range(0, 5)
                .forEach(i -> trials.add(SearchTest.trial(30 + i, Outcome.DIVERGED, 0.1, 0.02 + 0.01 * i)));

        SearchResult result = SearchResult.of(LR, trials, false);

        assertThat(result.warnings())
                .singleElement()
                .hasToString(
                        "infeasible edge: 5 of 5 trials with lr from 0.02 upwards diverged. Training is unstable there:"
                                + " end the range at 0.02, or warm up the rate, clip gradients (clipNorm(1)) or draw smaller initial"
                                + " weights.");
    }

    @Test
    void the_lower_edge_can_be_infeasible_too() {
        List<Trial> trials = new ArrayList<>();
        IntStream.range(0, 30)
                .forEach(i -> trials.add(
                        SearchTest.trial(i, Outcome.FINISHED, i == 9 ? 0.9 : 0.5, 1e-4 * Math.pow(10, i / 10.0))));
        IntStream.range(0, 4).forEach(i -> trials.add(SearchTest.trial(30 + i, Outcome.DIVERGED, 0.1, 1e-6 * (i + 1))));

        assertThat(SearchResult.of(LR, trials, false).warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.evidence()).isEqualTo("4 of 4 trials with lr up to 4e-6 diverged"));
    }

    @Test
    void diverged_trials_all_over_the_range_are_no_edge() {
        List<Trial> trials = finished(30, 1e-3);
        IntStream.range(0, 5)
                .forEach(i -> trials.add(SearchTest.trial(30 + i, Outcome.DIVERGED, 0.1, 1e-6 * Math.pow(10, i))));

        assertThat(warnings(trials)).isEmpty();
    }

    @Test
    void many_diverged_and_few_finished_trials_are_told() {
        List<Trial> trials = finished(19, 1e-3);
        IntStream.range(0, 9)
                .forEach(i ->
                        trials.add(SearchTest.trial(30 + i, Outcome.DIVERGED, 0.1, 1e-6 * Math.pow(10, i / 2.0))));

        assertThat(warnings(trials)).containsExactly("D70", "D71");
    }

    @Test
    void importance_is_that_of_the_hyperparameter_that_matters() {
        var space = Search.random(200)
                .uniform("matters", 0, 1)
                .uniform("idle", 0, 1)
                .choice("word", "a", "b");
        var noise = Seed.of(5).generator();
        List<Trial> trials = IntStream.range(0, 200)
                .mapToObj(i -> {
                    Configuration c = space.configuration(i);
                    double peak = -Math.abs(c.get("matters") - 0.5) + 0.02 * noise.nextDouble(); // no trend, a peak
                    return new Trial(i, c, 0, Outcome.FINISHED, 1, peak, List.of(), 1, "");
                })
                .toList();

        Importance importance = SearchResult.of(space, trials, false).importance();

        assertThat(importance.of("matters")).isGreaterThan(0.6);
        assertThat(importance.of("idle")).isLessThan(0.05);
        assertThat(importance.of("word")).isLessThan(0.05);
        assertThat(importance.table().stringColumn("parameter").get(0)).isEqualTo("matters");
    }
}
