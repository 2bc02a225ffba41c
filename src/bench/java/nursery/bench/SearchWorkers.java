package nursery.bench;

import java.util.Locale;
import nursery.Data;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.data.Split;
import nursery.search.Recipe;

/** Trials per minute of a hyperparameter search with one and with two trials at a time, in turns. Usage: SearchWorkers [ROUNDS] */
public final class SearchWorkers {
    private static final int TRIALS = 24;

    private SearchWorkers() {}

    public static void main(String[] args) {
        Split data = Data.digits(4000, 231).split(0.8, 0.2, 0).center();
        Search search = Search.random(TRIALS)
                .logUniform("lr", 1e-3, 1e-1)
                .logUniform("l2", 1e-6, 1e-2)
                .epochs(2)
                .seed(231)
                .on(
                        data,
                        Recipe.of(
                                p -> Net.input(784)
                                        .dense(100)
                                        .relu()
                                        .dense(10)
                                        .softmax()
                                        .l2(p.get("l2")),
                                p -> Trainer.momentum(p.get("lr"))));
        perMinute(search, 2); // warms up
        System.out.println("| trials a minute, 1 at a time | 2 at a time | ratio |");
        System.out.println("|---|---|---|");
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        for (int i = 0; i < rounds; i++) {
            double one = perMinute(search, 1);
            double two = perMinute(search, 2);
            System.out.printf(Locale.ROOT, "| %.0f | %.0f | %.2f |%n", one, two, two / one);
        }
    }

    private static double perMinute(Search search, int parallel) {
        long start = System.nanoTime();
        search.parallel(parallel).run();
        return TRIALS * 60e9 / (System.nanoTime() - start);
    }
}
