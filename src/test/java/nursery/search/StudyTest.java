package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Net;
import nursery.Nursery;
import nursery.Search;
import nursery.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {
    private static final Configuration P = new Configuration(
            List.of(
                    new ChoiceAxis("hidden", List.of(8)),
                    new LogUniformAxis("lr", 1e-4, 1),
                    new ChoiceAxis("opt", List.of("adam", "sgd")),
                    new ChoiceAxis("act", List.of("relu", "tanh"))),
            List.of(8, 0.01, "adam", "tanh"));

    @Test
    void a_net_and_a_trainer_as_text_are_those_of_the_cell() {
        TextRecipe recipe = TextRecipe.of(
                "input(1, 28, 28).conv(4, 3).act().maxPool(2).flatten().dense( hidden ).activation(leakyRelu(0.1)).dense(10)"
                        + ".softmax().loss(crossEntropy().labelSmoothing(.1)).init(he()).l2(lr)",
                "opt(lr).schedule(cosine().warmUp(1)).batchSize(100).augment(flip().then(crop(4))).maxSteps(5_000)");

        assertThat(recipe.net(P))
                .hasToString(Net.input(1, 28, 28)
                        .conv(4, 3)
                        .tanh()
                        .maxPool(2)
                        .flatten()
                        .dense(8)
                        .activation(Nursery.leakyRelu(0.1))
                        .dense(10)
                        .softmax()
                        .loss(Nursery.crossEntropy().labelSmoothing(0.1))
                        .init(Nursery.he())
                        .l2(0.01)
                        .toString());
        assertThat(recipe.trainer(P))
                .isEqualTo(Trainer.adam(0.01)
                        .schedule(Nursery.cosine().warmUp(1))
                        .batchSize(100)
                        .augment(Nursery.flip().then(Nursery.crop(4)))
                        .maxSteps(5000));
    }

    static Stream<Search> searches() {
        return Stream.of(
                Search.random(40)
                        .logUniform("lr", 1e-6, 1e-1)
                        .integer("n", -3, 9)
                        .epochs(2)
                        .seed(231),
                Search.halton(7).uniform("d", -0.5, 0.5).choice("o", "a", "b c").halving(3, 2),
                Search.grid(4).choice("h", 50, 100.5, 200).folds(5).killAbove(Double.POSITIVE_INFINITY),
                Search.random(9).uniform("d", 0, 1).medianStopping(2, 6).seed(Long.MIN_VALUE / 1000));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void a_search_is_its_text(Search search) {
        Search read = Search.parse(search.toString());

        assertThat(read.toString()).isEqualTo(search.toString());
        assertThat(read.configuration(3)).isEqualTo(search.configuration(3));
        assertThat(read.trialSeed(3)).isEqualTo(search.trialSeed(3));
        assertThat(read.protocol()).isEqualTo(search.protocol());
    }

    @Test
    void trials_that_travel_as_text_and_run_in_any_order_give_the_result_of_the_search() {
        Study study = Study.of(
                Search.random(6)
                        .logUniform("lr", 1e-3, 1)
                        .choice("hidden", 5, 10)
                        .epochs(2)
                        .seed(3),
                "input(2).dense(hidden).relu().dense(3).softmax()",
                "momentum(lr).batchSize(20)");
        Search elsewhere = Study.parse(study.toString()).on(SearchCases.SPIRAL);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 6).boxed().toList());
        Collections.reverse(order);

        List<Trial> trials =
                order.stream().map(elsewhere::trial).sorted(Ranking.BEST_FIRST).toList();

        SearchResult here = study.on(SearchCases.SPIRAL).run();
        assertThat(trials.stream().map(SearchTest::numbers))
                .isEqualTo(here.trials().stream()
                        .sorted(Ranking.BEST_FIRST)
                        .map(SearchTest::numbers)
                        .toList());
        assertThat(SearchResult.of(elsewhere, trials, false).best().number())
                .isEqualTo(here.best().number());
        SearchResult lambdas = study.search()
                .run(
                        SearchCases.SPIRAL,
                        SearchCases::net,
                        p -> Trainer.momentum(p.get("lr")).batchSize(20));
        assertThat(SearchTest.numbers(lambdas)).isEqualTo(SearchTest.numbers(here));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "input",
                "input(",
                "input(784",
                "input(784))",
                "input(784).",
                "input(784) dense(3)",
                "input(1e99999)",
                "input(\"a)",
                "input(784).dense(3.5)",
                "input(784).width(3)",
                "init(3)",
                "input(hidden",
                "getClass()",
                "input(4).init(4)",
                "input(4).getClass()",
                "input(4).layers()",
                "input(4).dense(unknown)",
                "input(4).activation(init())",
                "input(4).activation(check(1, \"a\"))",
                "input(4).dense(\"hidden\")"
            })
    void other_texts_are_refused_with_a_sentence(String text) {
        assertThatThrownBy(() -> CallChain.parse(text).evaluate(Net.class, P))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected ");
    }

    @Test
    void texts_that_are_too_long_or_too_deep_are_refused() {
        assertThatThrownBy(() -> CallChain.parse("a(".repeat(50_000))).hasMessageContaining("at most 20 calls");
        assertThatThrownBy(() -> CallChain.parse("a().".repeat(50_000)))
                .hasMessageContaining("at most 100000 characters");
        assertThatThrownBy(() -> Study.parse("random(3)\n")).hasMessageContaining("expected three lines");
    }

    @Test
    void a_net_that_does_not_fit_says_so_itself() {
        assertThatThrownBy(() -> CallChain.parse("input(1, 8, 8).dense(3)").evaluate(Net.class, P))
                .hasMessageContaining("add .flatten()");
    }
}
