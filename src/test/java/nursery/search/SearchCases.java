package nursery.search;

import nursery.Data;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.data.Split;

/** A small search that takes a moment. */
final class SearchCases {
    static final Split SPIRAL = Data.spiral(3, 60, 231).split(0.7, 0.3, 0);

    private SearchCases() {}

    static Search spiral(int trials) {
        return Search.random(trials)
                .logUniform("lr", 1e-4, 1e1)
                .integer("hidden", 4, 40)
                .epochs(3)
                .seed(231)
                .on(
                        SPIRAL,
                        Recipe.of(
                                SearchCases::net,
                                p -> Trainer.momentum(p.get("lr")).batchSize(16)));
    }

    static Net net(Configuration p) {
        return Net.input(2).dense(p.getInt("hidden")).relu().dense(3).softmax();
    }
}
