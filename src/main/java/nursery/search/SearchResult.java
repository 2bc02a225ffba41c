package nursery.search;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nursery.Ensemble;
import nursery.Search;
import nursery.Trainer;
import nursery.report.Html;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.report.TableHtml;
import nursery.tensor.Workers;
import nursery.training.History;
import tech.tablesaw.api.Table;

/**
 * What a search came to. It holds numbers, and the data and functions that the user has anyway.
 *
 * @param search what was searched
 * @param trials by number; fewer than asked for after an interrupt
 * @param interrupted whether an interrupt ended it early
 * @param warnings what its best value does not tell
 */
public record SearchResult(Search search, List<Trial> trials, boolean interrupted, List<SearchWarning> warnings)
        implements Result {
    private static final int SHOWN = 10;
    private static final Set<String> OWN_COLUMNS =
            Set.of("trial", "outcome", "epochs", "val_loss", "val_accuracy", "seconds", "seed");

    /** Copies the lists. */
    public SearchResult {
        trials = List.copyOf(trials);
        warnings = List.copyOf(warnings);
    }

    /**
     * The result of trials, wherever they were run.
     *
     * @throws IllegalStateException if every trial failed, with the first reason
     */
    public static SearchResult of(Search search, List<Trial> trials, boolean interrupted) {
        if (!trials.isEmpty() && trials.stream().allMatch(t -> t.outcome() == Outcome.FAILED)) {
            throw new IllegalStateException("search: every trial failed, the first because "
                    + trials.get(0).note());
        }
        Optional<Trial> best = Ranking.best(trials);
        return new SearchResult(search, trials, interrupted, WarningRules.of(search.space(), trials, best));
    }

    /**
     * The best trial: of the highest validation accuracy, for regression of the lowest validation loss.
     *
     * @throws IllegalStateException if none finished
     */
    public Trial best() {
        return top(1).get(0);
    }

    /**
     * The {@code k} best trials, best first; fewer where fewer finished or were stopped early.
     *
     * @throws IllegalStateException if there is none
     */
    public List<Trial> top(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("search: expected at least 1 trial to take, received " + k);
        }
        List<Trial> top = Ranking.top(trials, k);
        if (top.isEmpty()) {
            throw new IllegalStateException("search: expected a trial that finished, found " + counts()
                    + "; move the ranges, to lower rates first of all");
        }
        return top;
    }

    /**
     * A finer search: the ranges that hold the best {@code k} trials with a margin, which goes beyond the old range where the
     * best lie on its edge; of choices those that are among them. Seed and journal are new ones.
     */
    public Search zoom(int k) {
        Space finer =
                search.space().zoom(top(k).stream().map(Trial::configuration).toList());
        Search next = search.space(finer).seed(search.protocol().seed() + 1);
        return search.execution()
                .journal()
                .map(path -> next.journal(StageFile.after(path)))
                .orElse(next);
    }

    /**
     * Trains the best configuration again, with the seed of its trial: the same numbers, and now a model.
     *
     * @throws IllegalStateException if the result has no data, or no trial finished
     */
    public History refit() {
        return refit(best());
    }

    private History refit(Trial trial) {
        Task task = task();
        Trainer trainer =
                TrialRun.prepared(task.recipe().trainer(trial.configuration()), search.protocol(), trial.seed());
        return trainer.threads(Workers.usual()).fit(task.recipe().net(trial.configuration()), task.data());
    }

    /** An ensemble of the {@code k} best configurations, each trained again with the seed of its trial. */
    public Ensemble ensemble(int k) {
        return Ensemble.of(top(k).stream().map(this::refit).toList());
    }

    /**
     * Trains each of the best {@code k} configurations with so many other seeds: is the winner better, or was it luck?
     *
     * @param k how many, at least 1
     * @param seeds how many, at least 2; 3 to 5 are usual
     */
    public Repeats repeat(int k, int seeds) {
        return Repeats.run(search, task(), top(k), seeds);
    }

    private Task task() {
        return search.task()
                .orElseThrow(() -> new IllegalStateException(
                        "search: expected a result with its data, received one without; take that of run(data, ...)"));
    }

    /** How much of the differences between trials each hyperparameter explains. */
    public Importance importance() {
        return Importance.of(search.space(), trials);
    }

    private String counts() {
        return Stream.of(Outcome.values())
                .filter(o -> count(o) > 0)
                .map(o -> count(o) + " " + o)
                .collect(Collectors.joining(", ", trials.size() + " trials: ", ""));
    }

    private long count(Outcome outcome) {
        return trials.stream().filter(t -> t.outcome() == outcome).count();
    }

    /**
     * One row for each trial: trial, each hyperparameter, outcome, epochs, val_loss, val_accuracy, seconds, seed. A
     * hyperparameter that is called like another column gets a _ behind its name.
     */
    @Override
    public Table table() {
        return table(trials);
    }

    private Table table(List<Trial> rows) {
        Rows<Trial> table = Rows.of("SearchResult", rows).count("trial", Trial::number);
        Set<String> taken = new HashSet<>(OWN_COLUMNS);
        for (Axis axis : search.space().axes()) {
            String column = axis.name();
            while (!taken.add(column.toLowerCase(Locale.ROOT))) {
                column += "_";
            }
            if (axis instanceof ChoiceAxis choice && choice.words()) {
                table.text(column, t -> t.configuration().value(axis.name()));
            } else {
                table.number(column, t -> t.configuration().get(axis.name()));
            }
        }
        return table.text("outcome", Trial::outcome)
                .count("epochs", t -> t.curve().size())
                .number("val_loss", Trial::validationLoss)
                .number("val_accuracy", Trial::validationAccuracy)
                .number("seconds", Trial::seconds)
                .count("seed", Trial::seed)
                .table();
    }

    /** Accuracy, or loss, against each hyperparameter, the top trials colored and diverged ones marked; the best so far. */
    @Override
    public Plot plot() {
        return SearchCharts.scatter(this).and(progress());
    }

    /** The best so far, trial by trial. */
    public Plot progress() {
        return SearchCharts.bestSoFar(trials);
    }

    /** The median and the best of the trials in each quarter of every range, and of each choice. */
    public Plot slices() {
        return SearchCharts.slices(this);
    }

    /** Two hyperparameters against each other, the color tells how good a trial is. */
    public Plot pair(String x, String y) {
        return SearchCharts.pair(this, x, y);
    }

    /** The best trials, the warnings, and the table of all trials. */
    @Override
    public String html() {
        return "<p>" + Html.escape(headline()) + "</p>" + new SearchWarnings(warnings).html()
                + TableHtml.of(table(trials.stream().sorted(Ranking.BEST_FIRST).toList()))
                        .html();
    }

    private String headline() {
        return "Search, " + counts() + (interrupted ? "; interrupted" : "");
    }

    /** The ten best trials, and the warnings. */
    @Override
    public String toString() {
        List<Trial> shown =
                trials.stream().sorted(Ranking.BEST_FIRST).limit(SHOWN).toList();
        StringBuilder text = new StringBuilder(headline());
        List<Axis> axes = search.space().axes();
        text.append(String.format("%n%6s", "trial"));
        axes.forEach(a -> text.append(String.format("  %10s", a.name())));
        text.append(
                String.format("  %10s  %12s  %8s  %11s  %s", "val loss", "val accuracy", "seconds", "seed", "outcome"));
        for (Trial t : shown) {
            text.append(String.format("%n%6d", t.number()));
            axes.forEach(
                    a -> text.append(String.format("  %10s", t.configuration().getText(a.name()))));
            text.append(String.format(
                    Locale.ROOT,
                    "  %10s  %12s  %8.2f  %11d  %s",
                    number(t.validationLoss()),
                    number(t.validationAccuracy()),
                    t.seconds(),
                    t.seed(),
                    t.outcome()));
        }
        if (trials.size() > SHOWN) {
            text.append(String.format("%n%6s", "..."));
        }
        warnings.forEach(w -> text.append(System.lineSeparator()).append(w));
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.brief(value);
    }
}
