package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nursery.Data;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs the real digits: set NURSERY_DATA to a folder that holds mnist/. A minute or two on two cores. */
class SearchLearningTest {
    private static final int EPOCHS = 5;

    @BeforeEach
    void needs_the_data() {
        assumeTrue(System.getenv("NURSERY_DATA") != null, "NURSERY_DATA does not name a folder with mnist/");
    }

    /** 40 coarse and 40 fine trials on 12,000 rows; the official test rows, which no trial has seen, judge both. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_search_from_coarse_to_fine_beats_a_first_guess(long seed) {
        Split official = Data.mnist().official(5000);
        Split part = official.train().take(12_000).split(0.85, 0.15, 0, seed);
        Split data = Split.of(part.train(), part.validation(), official.test()).center();

        SearchResult coarse = Search.random(40)
                .logUniform("lr", 1e-6, 1e-1)
                .logUniform("l2", 1e-6, 1e0)
                .choice("hidden", 50, 100, 200)
                .epochs(2)
                .halving()
                .seed(seed)
                .run(data, SearchLearningTest::net, p -> Trainer.momentum(p.get("lr")));
        SearchResult fine = coarse.zoom(5).trials(40).epochs(EPOCHS).run();

        var guess = Trainer.momentum(1e-2)
                .epochs(EPOCHS)
                .seed(seed)
                .fit(Net.input(784).dense(100).relu().dense(10).softmax(), data);
        assertThat(fine.refit().model().accuracy(data.test()))
                .as("%s", fine.best())
                .isGreaterThan(guess.model().accuracy(data.test()));
    }

    private static Net net(Configuration p) {
        return Net.input(784)
                .dense(p.getInt("hidden"))
                .relu()
                .dense(10)
                .softmax()
                .l2(p.get("l2"));
    }
}
