package nursery;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nursery.data.Split;
import nursery.search.Axis;
import nursery.search.CallChain;
import nursery.search.ChoiceAxis;
import nursery.search.Configuration;
import nursery.search.Execution;
import nursery.search.GridSampler;
import nursery.search.HaltonSampler;
import nursery.search.IntegerAxis;
import nursery.search.LogUniformAxis;
import nursery.search.MedianStopping;
import nursery.search.Protocol;
import nursery.search.Pruner;
import nursery.search.RandomSampler;
import nursery.search.Recipe;
import nursery.search.Sampler;
import nursery.search.SearchResult;
import nursery.search.SearchRun;
import nursery.search.Space;
import nursery.search.SuccessiveHalving;
import nursery.search.Task;
import nursery.search.TextRecipe;
import nursery.search.Trial;
import nursery.search.UniformAxis;
import nursery.tensor.Seed;

/**
 * A search for good hyperparameters, from coarse to fine (CS231n, "Hyperparameter optimization"). Immutable: every method
 * returns another search.
 *
 * <pre>{@code
 * var coarse = Search.random(40).logUniform("lr", 1e-6, 1e-1).logUniform("l2", 1e-6, 1e0).choice("hidden", 50, 100, 200)
 *     .epochs(2).seed(231)
 *     .run(data, p -> Net.input(784).dense(p.getInt("hidden")).relu().dense(10).softmax().l2(p.get("l2")),
 *         p -> Trainer.momentum(p.get("lr")));
 *
 * var fine = coarse.zoom(5).trials(40).epochs(5).run();
 * }</pre>
 *
 * <p>Trial i gets its values and its seed from the seed of the search and i, so that the result is the same however many
 * trials run at a time, and after a resumed run. The validation rows judge, never the test rows. A trial whose loss becomes
 * NaN, or whose cost rises above three times the first, counts as diverged and ends nothing else.
 *
 * @param sampler which points are tried
 * @param space the hyperparameters
 * @param protocol how a trial is trained and judged
 * @param execution how the trials are run; it changes no number
 * @param task the data and what a configuration means; none before {@code run} or {@code on}
 */
public record Search(Sampler sampler, Space space, Protocol protocol, Execution execution, Optional<Task> task) {

    /** Any sampler. */
    public static Search of(Sampler sampler) {
        return new Search(sampler, new Space(List.of()), Protocol.USUAL, Execution.usual(), Optional.empty());
    }

    /** Random points: better than a grid where some hyperparameters matter more than others. */
    public static Search random(int trials) {
        return of(new RandomSampler(trials));
    }

    /** Points of the scrambled Halton sequence, which fill the space more evenly than random ones. */
    public static Search halton(int trials) {
        return of(new HaltonSampler(trials));
    }

    /** Every combination, with 3 values of each range. */
    public static Search grid() {
        return grid(3);
    }

    /** Every combination, with so many values of each range. */
    public static Search grid(int points) {
        return of(new GridSampler(points));
    }

    // ---- hyperparameters ----

    /** Adds a hyperparameter spread evenly between two numbers. */
    public Search uniform(String name, double from, double to) {
        return axis(new UniformAxis(name, from, to));
    }

    /** Adds a hyperparameter spread evenly in powers of ten: learning rates, strengths of a penalty. */
    public Search logUniform(String name, double from, double to) {
        return axis(new LogUniformAxis(name, from, to));
    }

    /** Adds a whole number, both ends included. */
    public Search integer(String name, int from, int to) {
        return axis(new IntegerAxis(name, from, to));
    }

    /** Adds a choice between numbers. */
    public Search choice(String name, Number... values) {
        return axis(
                new ChoiceAxis(name, Arrays.stream(values).map(Search::plain).toList()));
    }

    private static Object plain(Number n) {
        boolean whole = n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof Byte;
        return whole && n.longValue() == n.intValue() ? (Object) n.intValue() : (Object) n.doubleValue();
    }

    /** Adds a choice between words, such as names of optimizers: {@code p.getText("optimizer")}. */
    public Search choice(String name, String... values) {
        return axis(new ChoiceAxis(name, Arrays.asList((Object[]) values)));
    }

    /** Adds any hyperparameter. */
    public Search axis(Axis axis) {
        return space(space.with(axis));
    }

    /** The same search of another space. */
    public Search space(Space space) {
        return new Search(sampler, space, protocol, execution, task);
    }

    // ---- how trials are trained and judged ----

    /** The same search with this many trials. A journal of fewer is gone on with. */
    public Search trials(int trials) {
        return new Search(sampler.trials(trials), space, protocol, execution, task);
    }

    /** The same search with this many epochs in each trial; without it, those of the trainer. */
    public Search epochs(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException(
                    "epochs: expected at least 1, received " + epochs + "; 1 to 5 for a coarse search");
        }
        return protocol(
                new Protocol(epochs, protocol.folds(), protocol.killAbove(), protocol.pruner(), protocol.seed()));
    }

    /** The same search with this seed. */
    public Search seed(long seed) {
        return protocol(
                new Protocol(protocol.epochs(), protocol.folds(), protocol.killAbove(), protocol.pruner(), seed));
    }

    /**
     * Judges each trial by cross-validation: the training rows are dealt into so many parts, class by class, and each part in
     * turn judges a net that the others trained. Validation and test rows stay out of it. What the split did to the features
     * it learned from all training rows.
     */
    public Search folds(int folds) {
        return protocol(
                new Protocol(protocol.epochs(), folds, protocol.killAbove(), protocol.pruner(), protocol.seed()));
    }

    /** Ends a trial whose cost rises above {@code factor} times its first; 3 by default, infinity for never. */
    public Search killAbove(double factor) {
        return protocol(new Protocol(protocol.epochs(), protocol.folds(), factor, protocol.pruner(), protocol.seed()));
    }

    /** Ends trials that others outdo. */
    public Search pruner(Pruner pruner) {
        return protocol(
                new Protocol(protocol.epochs(), protocol.folds(), protocol.killAbove(), pruner, protocol.seed()));
    }

    /** Successive halving with η = 3 from the first epoch on. */
    public Search halving() {
        return halving(3, 1);
    }

    /** Successive halving: the best of every {@code factor} trials go on after {@code first} epochs, {@code first factor} … */
    public Search halving(int factor, int first) {
        return pruner(new SuccessiveHalving(factor, first));
    }

    /** Ends a trial below the median of the others, as soon as 5 were before it. */
    public Search medianStopping() {
        return medianStopping(1, 5);
    }

    /** Ends a trial below the median of the others, after that many epochs and trials at the earliest. */
    public Search medianStopping(int epochs, int trials) {
        return pruner(new MedianStopping(epochs, trials));
    }

    private Search protocol(Protocol protocol) {
        return new Search(sampler, space, protocol, execution, task);
    }

    // ---- how they are run ----

    /** The same search with so many trials at a time, each with one thread; one per core by default. */
    public Search parallel(int parallel) {
        return execution(new Execution(parallel, execution.journal(), execution.live(), execution.watcher()));
    }

    /**
     * Keeps every finished trial in this file at once, so that a process that is killed goes on where it was. A finer search
     * by {@code zoom} gets a file beside it, with {@code .2} behind its name.
     */
    public Search journal(Path file) {
        return execution(new Execution(execution.parallel(), Optional.of(file), execution.live(), execution.watcher()));
    }

    /** Draws the best so far while it runs. */
    public Search live() {
        return execution(new Execution(execution.parallel(), execution.journal(), true, execution.watcher()));
    }

    /** Tells {@code watcher} of each trial when it is finished and kept, in the order of their ends. */
    public Search onTrial(Consumer<Trial> watcher) {
        return execution(new Execution(execution.parallel(), execution.journal(), execution.live(), watcher));
    }

    /** The same search, run so. */
    public Search execution(Execution execution) {
        return new Search(sampler, space, protocol, execution, task);
    }

    // ---- running it ----

    /** The same search on data, with functions from a configuration to a net and to a trainer. */
    public Search on(Split data, Recipe recipe) {
        return new Search(sampler, space, protocol, execution, Optional.of(new Task(data, recipe)));
    }

    /**
     * Runs the search: the net and the trainer of each configuration.
     *
     * @throws IllegalStateException if every trial failed, with the first reason
     */
    public SearchResult run(Split data, Function<Configuration, Net> net, Function<Configuration, Trainer> trainer) {
        return on(data, Recipe.of(net, trainer)).run();
    }

    /**
     * Runs the search with net and trainer as text, in which names stand for hyperparameters: it can be sent to another
     * machine.
     *
     * <pre>{@code
     * .run(data, "input(784).dense(hidden).relu().dense(10).softmax().l2(l2)", "momentum(lr)")
     * }</pre>
     */
    public SearchResult run(Split data, String net, String trainer) {
        return on(data, TextRecipe.of(net, trainer)).run();
    }

    /** Runs a search that has its data already, such as {@code coarse.zoom(5)}. */
    public SearchResult run() {
        if (space.axes().isEmpty()) {
            throw new IllegalStateException("search: expected at least one hyperparameter, received none; add"
                    + " logUniform(\"lr\", 1e-6, 1e-1)");
        }
        return SearchRun.run(this, given());
    }

    /** One trial alone, as another machine may run it. It depends on the search, the data and {@code number}. */
    public Trial trial(int number) {
        return SearchRun.trial(this, given(), number);
    }

    private Task given() {
        return task.orElseThrow(() -> new IllegalStateException(
                "search: expected data, a net and a trainer, received none; say run(data, p -> net, p -> trainer)"));
    }

    // ---- what follows from it ----

    /** How many trials it makes. */
    public int trials() {
        return sampler.trials(space);
    }

    /** The values of a trial. */
    public Configuration configuration(int trial) {
        return space.at(sampler.point(space, protocol.seed(), trial));
    }

    /** The seed of a trial. */
    public int trialSeed(int trial) {
        return (int) (Seed.of(protocol.seed()).with("trial").with(trial).value() >>> 33);
    }

    /** What decides the trials: everything but their number and how they are run. */
    public String identity() {
        return sampler.name() + space + protocol;
    }

    /**
     * The search of a text as {@link #toString} gives it.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Search parse(String text) {
        return CallChain.parse(text).evaluate(Search.class, new Configuration(List.of(), List.of()));
    }

    /** The calls that make it, as text. */
    @Override
    public String toString() {
        return sampler.toString() + space + protocol;
    }
}
