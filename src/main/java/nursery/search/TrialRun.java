package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.Callback;
import nursery.training.Epoch;
import nursery.training.History;
import nursery.training.LiveChart;
import nursery.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/** Trains single trials of a search. A trial depends on the search, the data and its number alone. */
final class TrialRun {
    private final Search search;
    private final Recipe recipe;
    private final List<Split> splits;

    TrialRun(Search search, Task task) {
        this.search = search;
        this.recipe = task.recipe();
        Split data = task.data();
        int folds = search.protocol().folds();
        if (folds == 0 && data.validation().rows() == 0) {
            throw new IllegalArgumentException("search: expected validation rows to judge by, received none; use"
                    + " split(0.8, 0.1, 0.1), or folds(5) for cross-validation");
        }
        splits = folds == 0
                ? List.of(data)
                : data.train().folds(folds, search.protocol().seed());
    }

    /** One trial, or nothing if this thread was interrupted. */
    @Nullable
    Trial run(int number, Curves curves) {
        return run(number, search.configuration(number), search.trialSeed(number), curves);
    }

    /** A trial with a configuration and a seed of its own. */
    @Nullable
    Trial run(int number, Configuration configuration, int seed, Curves curves) {
        long start = System.nanoTime();
        Trial trial;
        try {
            trial = train(number, configuration, seed, curves, start);
        } catch (RuntimeException | OutOfMemoryError e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            trial = new Trial(
                    number,
                    configuration,
                    seed,
                    Outcome.FAILED,
                    Double.NaN,
                    Double.NaN,
                    List.of(),
                    seconds(start),
                    reason);
        }
        if (trial != null) {
            curves.end(number, trial.curve());
        }
        return trial;
    }

    private @Nullable Trial train(int number, Configuration configuration, int seed, Curves curves, long start) {
        Net net = recipe.net(configuration);
        Trainer trainer = prepared(recipe.trainer(configuration), search.protocol(), seed);
        List<History> histories = new ArrayList<>();
        TrialWatch watch = new TrialWatch(number, search.protocol(), curves);
        for (Split split : splits) {
            watch = new TrialWatch(number, search.protocol(), splits.size() == 1 ? curves : new Curves());
            History history = TrainingRun.trainUnnoticed(net.init(seed), trainer.callback(watch), split);
            if (watch.interrupted(history)) {
                return null;
            }
            histories.add(history);
            if (watch.outcome(history) == Outcome.DIVERGED) {
                break; // so would the mean over the folds
            }
        }
        History last = histories.get(histories.size() - 1);
        return new Trial(
                number,
                configuration,
                seed,
                watch.outcome(last),
                mean(histories, Epoch::validationLoss),
                mean(histories, Epoch::validationAccuracy),
                curve(histories),
                seconds(start),
                last.stopReason().orElse(""));
    }

    /** The trainer of a trial: one thread, its seed, the search's epochs, no chart. */
    static Trainer prepared(Trainer trainer, Protocol protocol, int seed) {
        Trainer own = trainer.withoutCallbacks().threads(1).seed(seed);
        for (Callback c : trainer.callbacks()) {
            own = c instanceof LiveChart ? own : own.callback(c);
        }
        own = protocol.epochs() == 0 ? own : own.epochs(protocol.epochs());
        if (own.epochs() > Protocol.MOST_EPOCHS) {
            throw new IllegalArgumentException("search: expected at most " + Protocol.MOST_EPOCHS + " epochs, received "
                    + own.epochs() + "; say epochs(n) in the search");
        }
        return own;
    }

    private static double mean(List<History> histories, ToDoubleFunction<Epoch> number) {
        return histories.stream()
                .mapToDouble(h -> number.applyAsDouble(h.lastEpoch()))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Double> curve(List<History> histories) {
        int epochs = histories.stream().mapToInt(h -> h.epochs().size()).min().orElse(0);
        return IntStream.range(0, epochs)
                .mapToObj(e -> histories.stream()
                        .mapToDouble(h -> TrialWatch.score(h.epochs().get(e)))
                        .average()
                        .orElse(Double.NaN))
                .toList();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
