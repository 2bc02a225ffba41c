package nursery.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import nursery.Search;
import nursery.report.Display;
import nursery.report.LivePlot;
import nursery.report.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The local runner: trains the trials of a search that its journal does not hold yet, several at a time with one thread each.
 * An interrupt keeps every trial that is finished.
 */
public final class SearchRun {
    private final Search search;
    private final List<Trial> trials = new ArrayList<>();
    private final @Nullable LivePlot live;
    private final int total;

    private SearchRun(Search search) {
        this.search = search;
        this.live = search.execution().live() ? new LivePlot("trial") : null;
        this.total = search.trials();
    }

    /** Runs a search that has data, nets and trainers. */
    public static SearchResult run(Search search, Task task) {
        return new SearchRun(search).run(task);
    }

    /**
     * One trial alone, such as another machine may run: it depends on the search, the data and its number.
     *
     * @throws IllegalArgumentException if the search ends trials by comparison with others
     */
    public static Trial trial(Search search, Task task, int number) {
        if (!(search.protocol().pruner() instanceof Pruner.None)) {
            throw new IllegalArgumentException(
                    "trial: expected a search whose trials are independent, received one with "
                            + search.protocol().pruner() + "; leave it out");
        }
        Trial trial = new TrialRun(search, task).run(number, new Curves());
        if (trial == null) {
            throw new IllegalStateException("trial " + number + ": interrupted; run it again");
        }
        return trial;
    }

    private SearchResult run(Task task) {
        Curves curves = new Curves();
        TrialRun trialRun = new TrialRun(search, task);
        boolean whole;
        if (search.execution().journal().isPresent()) {
            try (Journal journal = Journal.open(search.execution().journal().get(), search, task)) {
                journal.trials().stream().filter(t -> t.number() < total).forEach(trials::add);
                if (!(search.protocol().pruner() instanceof Pruner.None)) {
                    trials.forEach(t -> curves.end(t.number(), t.curve()));
                }
                whole = runMissing(i -> trialRun.run(i, curves), journal);
            }
        } else {
            whole = runMissing(i -> trialRun.run(i, curves), null);
        }
        trials.sort(Comparator.comparingInt(Trial::number));
        SearchResult result = SearchResult.of(search, trials, !whole);
        if (live != null) {
            live.finish(trials.size(), whole ? "done" : "interrupted", result.progress());
        }
        List<SearchWarning> edges = result.warnings().stream()
                .filter(w -> !w.id().equals(WarningRules.FEW)) // the result says so itself
                .toList();
        if (!edges.isEmpty()) {
            Display.show(new SearchWarnings(edges));
        }
        return result;
    }

    private boolean runMissing(Function<Integer, @Nullable Trial> trialRun, @Nullable Journal journal) {
        BitSet done = new BitSet();
        trials.forEach(t -> done.set(t.number()));
        List<Integer> missing =
                IntStream.range(0, total).filter(i -> !done.get(i)).boxed().toList();
        if (missing.isEmpty()) {
            return true;
        }
        try (Progress progress = new Progress("Search", missing.size())) {
            progress.next();
            return Jobs.run(missing, search.execution().parallel(), trialRun, trial -> {
                if (journal != null && trial.outcome() != Outcome.FAILED) {
                    journal.append(trial); // a failed one is tried again
                }
                trials.add(trial);
                search.execution().watcher().accept(trial);
                show(progress);
            });
        }
    }

    private void show(Progress progress) {
        if (live != null) {
            live.step(trials.size(), total, () -> SearchCharts.bestSoFar(trials));
        } else if (trials.size() < total) {
            progress.next();
        }
    }
}
