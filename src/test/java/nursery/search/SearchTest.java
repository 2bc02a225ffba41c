package nursery.search;

import static nursery.Nursery.decay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.Search;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.Epoch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Map<String, Trainer> OPTIMIZERS =
            Map.of("sgd", Trainer.sgd(1), "momentum", Trainer.momentum(1), "adam", Trainer.adam(1));

    /** All that a trial says but how long it took. */
    static List<Object> numbers(Trial t) {
        return List.of(
                t.number(),
                t.configuration(),
                t.seed(),
                t.outcome(),
                t.validationLoss(),
                t.validationAccuracy(),
                t.curve());
    }

    static List<List<Object>> numbers(SearchResult result) {
        return result.trials().stream().map(SearchTest::numbers).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_result_is_the_same_however_many_trials_run_at_a_time(int parallel) {
        Search search = SearchCases.spiral(12);

        assertThat(numbers(search.parallel(parallel).run()))
                .isEqualTo(numbers(search.parallel(1).run()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void so_it_is_where_trials_are_ended_by_comparison(int parallel) {
        for (Search search : List.of(
                SearchCases.spiral(15).epochs(9).halving(),
                SearchCases.spiral(15).epochs(4).medianStopping(1, 3))) {
            SearchResult alone = search.parallel(1).run();

            assertThat(numbers(search.parallel(parallel).run())).isEqualTo(numbers(alone));
            assertThat(alone.trials()).extracting(Trial::outcome).contains(Outcome.STOPPED, Outcome.FINISHED);
        }
    }

    @Test
    void a_trial_alone_is_that_of_the_search_and_more_trials_leave_the_first_as_they_are() {
        Search search = SearchCases.spiral(6);
        SearchResult result = search.run();

        assertThat(numbers(search.trials(30).trial(4)))
                .isEqualTo(numbers(result.trials().get(4)));
    }

    @Test
    void refit_gives_the_numbers_of_the_trial_and_a_model() {
        SearchResult result = SearchCases.spiral(5).run();

        var history = result.refit();

        Epoch last = history.lastEpoch();
        assertThat(last.validationAccuracy()).isEqualTo(result.best().validationAccuracy());
        assertThat(last.validationLoss()).isEqualTo(result.best().validationLoss());
        assertThat(history.model().accuracy(SearchCases.SPIRAL.validation()))
                .isEqualTo(result.best().validationAccuracy());
    }

    @Test
    void an_ensemble_of_the_top_models_has_their_parameters() {
        SearchResult result = SearchCases.spiral(5).run();

        var ensemble = result.ensemble(2);

        assertThat(ensemble.members()).hasSize(2);
        assertThat(ensemble.members().get(1).model().accuracy(SearchCases.SPIRAL.validation()))
                .isEqualTo(result.top(2).get(1).validationAccuracy());
    }

    @Test
    void diverged_and_failed_trials_break_nothing_and_rank_last() {
        SearchResult result = Search.grid()
                .choice("lr", 1e-2, 1e6)
                .choice("hidden", 8, 0)
                .on(
                        SearchCases.SPIRAL,
                        Recipe.of(
                                SearchCases::net, p -> Trainer.sgd(p.get("lr")).epochs(2)))
                .run();

        assertThat(result.trials())
                .extracting(Trial::outcome)
                .containsExactly(Outcome.FINISHED, Outcome.FAILED, Outcome.DIVERGED, Outcome.FAILED);
        assertThat(result.best().configuration()).hasToString("lr = 0.01, hidden = 8");
        assertThat(result.trials().get(1).note()).contains("dense");
        assertThat(result.toString()).contains("diverged").contains("failed");
        assertThat(result.plot().toString()).contains("diverged");
    }

    @Test
    void a_cost_above_three_times_the_first_ends_a_trial() {
        Search search = Search.grid()
                .choice("lr", 30)
                .epochs(20)
                .on(
                        Data.spiral(3, 60, 231).split(0.7, 0.3, 0),
                        Recipe.of(
                                p -> Net.input(2).dense(20).relu().dense(3).softmax(), p -> Trainer.sgd(p.get("lr"))));

        Trial killed = search.run().trials().get(0);
        Trial spared = search.killAbove(Double.POSITIVE_INFINITY).run().trials().get(0);

        assertThat(killed.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(killed.note()).startsWith("cost above 3.0 times the first at step ");
        assertThat(spared.curve()).hasSizeGreaterThan(killed.curve().size());
    }

    @Test
    void where_all_failed_the_first_reason_is_told() {
        assertThatThrownBy(() -> Search.random(3)
                        .uniform("x", 0, 1)
                        .run(SearchCases.SPIRAL, p -> SearchCases.net(p), p -> Trainer.sgd(0.1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "search: every trial failed, the first because expected the name of a hyperparameter, one of"
                                + " [x]; received \"hidden\"");
    }

    @Test
    void where_all_diverged_there_is_no_best() {
        SearchResult result = Search.random(4)
                .logUniform("lr", 1e5, 1e6)
                .epochs(1)
                .run(
                        SearchCases.SPIRAL,
                        p -> Net.input(2).dense(20).relu().dense(3).softmax(),
                        p -> Trainer.sgd(p.get("lr")));

        assertThatThrownBy(result::best)
                .hasMessage(
                        "search: expected a trial that finished, found 4 trials: 4 diverged; move the ranges, to lower"
                                + " rates first of all");
        assertThat(result.warnings()).extracting(SearchWarning::id).contains("D70", "D71");
        assertThat(result.plot().toString()).contains("diverged: 4 points");
    }

    @Test
    void regression_is_judged_by_validation_loss() {
        Split line = Data.of(
                        IntStream.range(0, 80)
                                .mapToObj(i -> new double[] {i / 40.0 - 1})
                                .toArray(double[][]::new),
                        IntStream.range(0, 80)
                                .mapToDouble(i -> 3 * (i / 40.0 - 1))
                                .toArray())
                .split(0.7, 0.3, 0);
        SearchResult result = Search.random(8)
                .logUniform("lr", 1e-5, 1e-1)
                .epochs(5)
                .run(line, p -> Net.input(1).dense(1).linear(), p -> Trainer.sgd(p.get("lr")));

        assertThat(result.best().validationLoss())
                .isEqualTo(result.trials().stream()
                        .mapToDouble(Trial::validationLoss)
                        .min()
                        .orElseThrow());
        assertThat(result.best().validationAccuracy()).isNaN();
        assertThat(result.plot().toString()).contains("Best so far");
    }

    @Test
    void cross_validation_judges_by_the_mean_over_stratified_folds() {
        Split blobs = TestData.blobs(3, 4, 30, 7).split(1, 0, 0);
        Search search = Search.grid()
                .choice("lr", 0.1)
                .epochs(2)
                .folds(3)
                .seed(5)
                .on(blobs, Recipe.of(p -> Net.input(4).dense(3).softmax(), p -> Trainer.sgd(p.get("lr"))));

        Trial trial = search.run().trials().get(0);

        List<Double> alone = new ArrayList<>();
        for (Split fold : blobs.train().folds(3, 5)) {
            alone.add(Trainer.sgd(0.1)
                    .epochs(2)
                    .seed(trial.seed())
                    .fit(Net.input(4).dense(3).softmax(), fold)
                    .lastEpoch()
                    .validationAccuracy());
        }
        assertThat(trial.validationAccuracy())
                .isEqualTo(alone.stream().mapToDouble(a -> a).average().orElseThrow());
        assertThatThrownBy(() -> search.folds(0).run())
                .hasMessage("search: expected validation rows to judge by, received none; use split(0.8, 0.1, 0.1), or"
                        + " folds(5) for cross-validation");
        assertThatThrownBy(() -> search.halving()).hasMessageContaining("either cross-validation or early stopping");
    }

    @Test
    void an_interrupt_keeps_what_is_finished_and_takes_the_mark_away() {
        Thread me = Thread.currentThread();
        List<Integer> finished = new ArrayList<>();

        SearchResult result = SearchCases.spiral(500)
                .parallel(2)
                .onTrial(t -> {
                    finished.add(t.number());
                    if (finished.size() == 5) {
                        me.interrupt();
                    }
                })
                .run();

        assertThat(result.interrupted()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(result.trials()).extracting(Trial::number).containsExactlyInAnyOrderElementsOf(finished);
        assertThat(result.trials())
                .hasSizeBetween(5, 499)
                .extracting(Trial::outcome)
                .containsOnly(Outcome.FINISHED, Outcome.DIVERGED);
        assertThat(result.toString()).contains("interrupted");
    }

    @Test
    void a_search_shows_its_live_chart_and_its_warnings() {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SearchCases.spiral(20)
                    .space(new Space(
                            List.of(new LogUniformAxis("lr", 1e5, 1e6), new ChoiceAxis("hidden", List.of(20)))))
                    .live()
                    .run();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("20 trials, done", "many trials diverged: 20 of 20 diverged");
    }

    @Test
    void repeats_with_other_seeds_say_whether_the_winner_is_luck() {
        SearchResult result = SearchCases.spiral(8).run();

        Repeats repeats = result.repeat(3, 3);

        assertThat(repeats.candidates()).hasSize(3).allSatisfy(c -> {
            assertThat(c.again()).extracting(Trial::outcome).containsOnly(Outcome.FINISHED);
            assertThat(c.again())
                    .extracting(Trial::seed)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        });
        assertThat(repeats.candidates()).extracting(c -> -c.mean()).isSorted();
        assertThat(repeats.table().columnNames())
                .containsExactly("trial", "configuration", "mean", "std", "seeds", "in_search");
        assertThat(repeats.plot().toString()).contains("in the search");
        assertThat(repeats.toString()).contains("over 3 seeds");
    }

    @Test
    void noise_is_told_from_a_difference_by_two_standard_errors() {
        assertThat(repeats(new double[] {0.90, 0.92, 0.91}, new double[] {0.905, 0.915, 0.90})
                        .noise())
                .hasValueSatisfying(w -> assertThat(w.id()).isEqualTo("D72"));
        assertThat(repeats(new double[] {0.90, 0.92, 0.91}, new double[] {0.81, 0.80, 0.82})
                        .noise())
                .isEmpty();
    }

    private static Repeats repeats(double[]... accuracies) {
        List<Repeats.Candidate> candidates = new ArrayList<>();
        for (double[] own : accuracies) {
            List<Trial> again = IntStream.range(0, own.length)
                    .mapToObj(i -> trial(candidates.size(), Outcome.FINISHED, own[i], 0.01))
                    .toList();
            candidates.add(new Repeats.Candidate(again.get(0), again));
        }
        return new Repeats(candidates, false);
    }

    static Trial trial(int number, Outcome outcome, double accuracy, double lr) {
        var axis = new LogUniformAxis("lr", 1e-6, 1e-1);
        return new Trial(
                number,
                new Configuration(List.of(axis), List.of(lr)),
                1,
                outcome,
                1 - accuracy,
                accuracy,
                List.of(accuracy),
                1,
                "");
    }

    @Test
    void the_table_has_a_row_for_each_trial() {
        SearchResult result = SearchCases.spiral(3).run();

        assertThat(result.table().columnNames())
                .containsExactly(
                        "trial", "lr", "hidden", "outcome", "epochs", "val_loss", "val_accuracy", "seconds", "seed");
        assertThat(result.table().rowCount()).isEqualTo(3);
        assertThat(result.toString()).startsWith("Search, 3 trials: ");
    }

    @Test
    void every_picture_can_be_drawn() {
        SearchResult result = SearchCases.spiral(25).run();

        assertThat(result.plot().panels()).hasSize(3);
        assertThat(result.slices().toString()).contains("Slices of lr").contains("median");
        assertThat(result.pair("lr", "hidden").toString()).contains("hidden against lr");
        assertThatThrownBy(() -> result.pair("lr", "width"))
                .hasMessage("pair: expected two hyperparameters of [lr, hidden], received \"width\"");
        assertThat(result.importance().plot().toString()).contains("importance");
        assertThat(result.plot().html())
                .contains("data:image/svg")
                .doesNotContain("\"NaN\"")
                .doesNotContain(">NaN"); // the letters turn up in base64
    }

    @Test
    void bad_settings_get_a_sentence() {
        assertThatThrownBy(() -> Search.random(0))
                .hasMessage("search: expected 1 to 1000000 trials, received 0; 40 are a start");
        assertThatThrownBy(() -> Search.random(3).run())
                .hasMessage(
                        "search: expected at least one hyperparameter, received none; add logUniform(\"lr\", 1e-6, 1e-1)");
        assertThatThrownBy(() -> Search.random(3).uniform("x", 0, 1).run())
                .hasMessage(
                        "search: expected data, a net and a trainer, received none; say run(data, p -> net, p -> trainer)");
        assertThatThrownBy(() -> Search.random(3).uniform("x", 0, 1).uniform("x", 0, 2))
                .hasMessageContaining("names that differ");
        assertThatThrownBy(() -> Search.grid().uniform("x", 0, 1).trials(5)).hasMessageContaining("cannot have 5");
        assertThatThrownBy(() -> Search.random(3).killAbove(1)).hasMessageContaining("a factor above 1");
        assertThatThrownBy(() -> Search.random(3).parallel(0)).hasMessageContaining("1 to 256 trials at a time");
        assertThatThrownBy(() -> SearchCases.spiral(3).halving().trial(0))
                .hasMessageContaining("expected a search whose trials are independent");
    }

    /** With fewer rows and trials than the lecture's 100 of 5 epochs. */
    @Test
    void the_lectures_coarse_search_runs_as_one_statement() {
        Split small = TestData.blobs(10, 3072, 6, 5).split(0.6, 0.4, 0);

        SearchResult result = Search.random(5)
                .logUniform("reg", 1e-5, 1e5)
                .logUniform("lr", 1e-6, 1e-3)
                .epochs(2)
                .seed(231)
                .run(
                        small,
                        p -> Net.input(3072)
                                .dense(50)
                                .relu()
                                .dense(10)
                                .softmax()
                                .l2(p.get("reg")),
                        p -> Trainer.momentum(p.get("lr")).schedule(decay(0.9)).batchSize(100));

        assertThat(result.trials()).hasSize(5).extracting(Trial::outcome).contains(Outcome.FINISHED);
        assertThat(result.table().columnNames()).contains("val_accuracy", "lr", "reg", "trial");
    }

    @Test
    void everything_on_the_lectures_list_can_be_searched() {
        SearchResult result = Search.halton(6)
                .integer("layers", 1, 3)
                .integer("hidden", 4, 12)
                .logUniform("lr", 1e-3, 1e-1)
                .uniform("decay", 0.8, 1)
                .choice("optimizer", "sgd", "momentum", "adam")
                .logUniform("l2", 1e-6, 1e-2)
                .uniform("dropout", 0, 0.5)
                .choice("batch", 8, 16, 32)
                .choice("epochs", 1, 2, 3)
                .run(
                        SearchCases.SPIRAL,
                        p -> {
                            Net net = Net.input(2);
                            for (int i = 0; i < p.getInt("layers"); i++) {
                                net = net.dense(p.getInt("hidden")).relu().dropout(p.get("dropout"));
                            }
                            return net.dense(3).softmax().l2(p.get("l2"));
                        },
                        p -> OPTIMIZERS
                                .getOrDefault(p.getText("optimizer"), Trainer.sgd(1))
                                .learningRate(p.get("lr"))
                                .schedule(decay(p.get("decay")))
                                .batchSize(p.getInt("batch"))
                                .epochs(p.getInt("epochs")));

        assertThat(result.trials()).extracting(Trial::outcome).containsOnly(Outcome.FINISHED);
        assertThat(result.trials())
                .allSatisfy(t -> assertThat(t.curve()).hasSize(t.configuration().getInt("epochs")));
        assertThat(result.table().stringColumn("optimizer").asSet()).isSubsetOf(OPTIMIZERS.keySet());
        assertThat(result.table().columnNames()).as("one is the hyperparameter").contains("epochs", "epochs_");
        assertThat(result.zoom(2).run().trials()).hasSize(6);
    }
}
