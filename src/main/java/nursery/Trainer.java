package nursery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nursery.augment.Augmentation;
import nursery.augment.Unchanged;
import nursery.data.Split;
import nursery.optimizers.Adadelta;
import nursery.optimizers.Adagrad;
import nursery.optimizers.Adam;
import nursery.optimizers.AdamW;
import nursery.optimizers.Adamax;
import nursery.optimizers.Asgd;
import nursery.optimizers.ConstantRate;
import nursery.optimizers.Lbfgs;
import nursery.optimizers.Momentum;
import nursery.optimizers.Nadam;
import nursery.optimizers.Nesterov;
import nursery.optimizers.Optimizer;
import nursery.optimizers.RmsProp;
import nursery.optimizers.Rprop;
import nursery.optimizers.Schedule;
import nursery.optimizers.Sgd;
import nursery.optimizers.SparseAdam;
import nursery.search.Sweep;
import nursery.tensor.Workers;
import nursery.training.Callback;
import nursery.training.Clipping;
import nursery.training.History;
import nursery.training.LearningRates;
import nursery.training.LiveChart;
import nursery.training.ParameterGroup;
import nursery.training.TrainingRun;

/**
 * How a net is trained. Immutable: every method returns another trainer, and {@link #fit} starts from the net each time,
 * so that a cell run twice gives the same numbers.
 *
 * <pre>{@code
 * var history = Trainer.momentum(1e-2).batchSize(64).epochs(10).seed(7).live().fit(net, data);
 * }</pre>
 *
 * @param optimizer how a gradient changes a parameter
 * @param learningRate the base rate, above 0; a run with rate 0 learns nothing and is refused
 * @param schedule the rate over time; constant by default
 * @param batchSize rows of one step; 64 by default
 * @param epochs passes over the training rows; 10 by default
 * @param seed of the initial parameters, the order of rows and random layers; 0 by default
 * @param maxSteps stops after that many steps; no limit by default
 * @param maxSeconds stops after that many seconds; no limit by default
 * @param threads how many threads share the work of a step; the numbers are the same for any
 * @param callbacks what watches the training
 * @param clipping how large gradients may be; any size by default
 * @param groups parameters with a rate or a penalty of their own; none by default
 * @param augmentation how training rows change at random; not at all by default
 */
public record Trainer(
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        int batchSize,
        int epochs,
        long seed,
        long maxSteps,
        double maxSeconds,
        int threads,
        List<Callback> callbacks,
        Clipping clipping,
        List<ParameterGroup> groups,
        Augmentation augmentation) {
    private static final int MOST_THREADS = 256;

    /** Checks each setting. */
    public Trainer {
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rate: expected a number above 0, received " + learningRate
                    + "; try a power of ten such as 1e-2, or sweep(net, data, 1e-6, 1e1, 15)");
        }
        requirePositive("batch size", batchSize, "64 is usual");
        requirePositive("epochs", epochs, "10 is a start");
        requirePositive("maxSteps", maxSteps, "leave it out for no limit");
        requirePositive("maxSeconds", maxSeconds, "leave it out for no limit");
        requirePositive("threads", threads, "leave it out for a sensible number");
        if (threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "threads: expected at most " + MOST_THREADS + ", received " + threads + "; one per core is plenty");
        }
        callbacks = List.copyOf(callbacks);
        groups = List.copyOf(groups);
    }

    private static void requirePositive(String name, Number value, String advice) {
        if (!(value.doubleValue() > 0)) {
            throw new IllegalArgumentException(name + ": expected a number above 0, received " + value + "; " + advice);
        }
    }

    /** Any optimizer, with rate 1e-3 until {@link #learningRate(double)} says otherwise. */
    public static Trainer of(Optimizer optimizer) {
        return new Trainer(
                optimizer,
                1e-3,
                new ConstantRate(),
                64,
                10,
                0,
                Long.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Workers.usual(),
                List.of(),
                Clipping.NONE,
                List.of(),
                new Unchanged());
    }

    /** Stochastic gradient descent. */
    public static Trainer sgd(double learningRate) {
        return of(new Sgd()).learningRate(learningRate);
    }

    /** Gradient descent with momentum ρ = 0.9. */
    public static Trainer momentum(double learningRate) {
        return momentum(learningRate, 0.9);
    }

    /** Gradient descent with momentum ρ. */
    public static Trainer momentum(double learningRate, double rho) {
        return of(new Momentum(rho)).learningRate(learningRate);
    }

    /** Nesterov's accelerated gradient with ρ = 0.9. */
    public static Trainer nesterov(double learningRate) {
        return of(new Nesterov(0.9)).learningRate(learningRate);
    }

    /** Adam with β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public static Trainer adam(double learningRate) {
        return of(new Adam()).learningRate(learningRate);
    }

    /** AdaGrad, ε = 1e-7; 1e-2 is a usual rate. */
    public static Trainer adagrad(double learningRate) {
        return of(new Adagrad()).learningRate(learningRate);
    }

    /** Adadelta with ρ = 0.9, ε = 1e-6; 1 is a usual rate. */
    public static Trainer adadelta(double learningRate) {
        return of(new Adadelta()).learningRate(learningRate);
    }

    /** RMSProp with ρ = 0.9, ε = 1e-8; 1e-3 is a usual rate. */
    public static Trainer rmsprop(double learningRate) {
        return of(new RmsProp()).learningRate(learningRate);
    }

    /** Adam with weights that decay apart from the gradient, decay 0.01; 1e-3 is a usual rate. */
    public static Trainer adamW(double learningRate) {
        return of(new AdamW()).learningRate(learningRate);
    }

    /** Adam with Nesterov's momentum; 1e-3 is a usual rate. */
    public static Trainer nadam(double learningRate) {
        return of(new Nadam()).learningRate(learningRate);
    }

    /** Adam with the largest gradient in place of the mean square; 2e-3 is a usual rate. */
    public static Trainer adamax(double learningRate) {
        return of(new Adamax()).learningRate(learningRate);
    }

    /** Averaged gradient descent; {@code history.averaged()} is the model with the averages. */
    public static Trainer asgd(double learningRate) {
        return of(new Asgd()).learningRate(learningRate);
    }

    /** Steps by the sign of the gradient, for full batches; the rate is the first step, 1e-2 is usual. */
    public static Trainer rprop(double learningRate) {
        return of(new Rprop()).learningRate(learningRate);
    }

    /** Adam that leaves rows without a gradient untouched; 1e-3 is a usual rate. */
    public static Trainer sparseAdam(double learningRate) {
        return of(new SparseAdam()).learningRate(learningRate);
    }

    /** L-BFGS with a line search, for full batches: {@code lbfgs(1).batchSize(rows)}; 1 is the usual rate. */
    public static Trainer lbfgs(double learningRate) {
        return of(new Lbfgs()).learningRate(learningRate);
    }

    /** The same trainer with this optimizer. */
    public Trainer optimizer(Optimizer optimizer) {
        return with(t -> t.optimizer = optimizer);
    }

    /** The same trainer with this base rate. */
    public Trainer learningRate(double learningRate) {
        return with(t -> t.learningRate = learningRate);
    }

    /** The same trainer with this rate over time. */
    public Trainer schedule(Schedule schedule) {
        return with(t -> t.schedule = schedule);
    }

    /** The learning rate over the epochs, to be looked at: {@code trainer.rates().plot()}. */
    public LearningRates rates() {
        return new LearningRates(learningRate, epochs, List.of(schedule));
    }

    /** The same trainer with this many rows in a step. */
    public Trainer batchSize(int batchSize) {
        return with(t -> t.batchSize = batchSize);
    }

    /** The same trainer with this many passes over the training rows. */
    public Trainer epochs(int epochs) {
        return with(t -> t.epochs = epochs);
    }

    /** The same trainer with this seed. */
    public Trainer seed(long seed) {
        return with(t -> t.seed = seed);
    }

    /** The same trainer that stops after {@code maxSteps} steps. */
    public Trainer maxSteps(long maxSteps) {
        return with(t -> t.maxSteps = maxSteps);
    }

    /** The same trainer that stops after {@code maxSeconds} seconds. Where it stops depends on the machine. */
    public Trainer maxSeconds(double maxSeconds) {
        return with(t -> t.maxSeconds = maxSeconds);
    }

    /** The same trainer with this many threads; the numbers do not change. */
    public Trainer threads(int threads) {
        return with(t -> t.threads = threads);
    }

    /** The same trainer that shrinks all gradients together to the Euclidean norm {@code norm} if theirs is larger. */
    public Trainer clipNorm(double norm) {
        return clipping(new Clipping(norm, clipping.value()));
    }

    /** The same trainer that moves every number of a gradient into [-value, value]. */
    public Trainer clipValue(double value) {
        return clipping(new Clipping(clipping.norm(), value));
    }

    /** The same trainer that lets gradients be as large as they are. */
    public Trainer withoutClipping() {
        return clipping(Clipping.NONE);
    }

    private Trainer clipping(Clipping clipping) {
        return with(t -> t.clipping = clipping);
    }

    /** The same trainer that changes its training rows at random, {@code augment(flip().then(crop(4)))}. */
    public Trainer augment(Augmentation augmentation) {
        return with(t -> t.augmentation = augmentation);
    }

    /**
     * The same trainer that leaves these parameters as they are; they count in no penalty. Running means and variances are
     * no parameters: a frozen batch normalization still follows the batches.
     *
     * @param names layers, {@code "dense1"}, or parameters, {@code "dense1.W"}
     */
    public Trainer freeze(String... names) {
        Trainer trainer = this;
        for (String name : names) {
            trainer = trainer.rateFactor(name, 0);
        }
        return trainer;
    }

    /**
     * The same trainer that multiplies the rate of a layer or a parameter.
     *
     * @param name a layer, {@code "dense1"}, or a parameter, {@code "dense1.W"}
     * @param factor at least 0; 0.1 is usual for layers that were trained before, 0 freezes
     */
    public Trainer rateFactor(String name, double factor) {
        return group(new ParameterGroup(name, factor, 1));
    }

    /**
     * The same trainer that multiplies the net's penalty on a layer or a parameter.
     *
     * @param name a layer, {@code "dense1"}, or a parameter, {@code "dense1.W"}
     * @param factor at least 0; 0 for no penalty
     */
    public Trainer penaltyFactor(String name, double factor) {
        return group(new ParameterGroup(name, 1, factor));
    }

    /** The same trainer that leaves the net's penalty as it is for all parameters. */
    public Trainer withoutPenaltyFactors() {
        return with(t -> t.groups = t.groups.stream()
                .map(g -> new ParameterGroup(g.name(), g.rateFactor(), 1))
                .toList());
    }

    /** The same trainer with the same rate for all parameters, none of them frozen. */
    public Trainer withoutRateFactors() {
        return with(t -> t.groups = t.groups.stream()
                .map(g -> new ParameterGroup(g.name(), 1, g.penaltyFactor()))
                .toList());
    }

    private Trainer group(ParameterGroup group) {
        List<ParameterGroup> more = new ArrayList<>(groups);
        more.add(group);
        return with(t -> t.groups = more);
    }

    /** The same trainer, also watched by {@code callback}. */
    public Trainer callback(Callback callback) {
        List<Callback> more = new ArrayList<>(callbacks);
        more.add(callback);
        return with(t -> t.callbacks = more);
    }

    /** The same trainer, also measuring while it trains: {@code monitor(full())}. The numbers do not change. */
    public Trainer monitor(Callback monitor) {
        return callback(monitor);
    }

    /** The same trainer, watched by nothing. */
    public Trainer withoutCallbacks() {
        return with(t -> t.callbacks = List.of());
    }

    /** The same trainer, drawing loss and accuracy while it trains, with progress and the time left. */
    public Trainer live() {
        return callback(new LiveChart());
    }

    /**
     * Draws the net's parameters from the seed and trains them.
     *
     * <p>An interrupt of the calling thread stops within one step and still returns the history so far.
     *
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     */
    public History fit(Net net, Split data) {
        return TrainingRun.train(net.init(seed), this, data);
    }

    /** Trains a copy of {@code model}; the model itself keeps its parameters. */
    public History fit(Model model, Split data) {
        return TrainingRun.trainCopy(model, this, data);
    }

    /**
     * Trains the net for a short while with each of {@code count} rates, spread evenly between two powers of ten, and
     * gives a verdict on each.
     *
     * @param from the smallest rate
     * @param to the largest rate
     * @param count how many rates, at least 3
     */
    public Sweep sweep(Net net, Split data, double from, double to, int count) {
        return Sweep.run(this, net, data, from, to, count);
    }

    /** The same sweep from a trained model, which keeps its parameters: the rate to go on with. */
    public Sweep sweep(Model model, Split data, double from, double to, int count) {
        return Sweep.run(this, model, data, from, to, count);
    }

    private Trainer with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** The settings of a trainer on their way to those of another. */
    private static final class Draft {
        Optimizer optimizer;
        double learningRate;
        Schedule schedule;
        int batchSize;
        int epochs;
        long seed;
        long maxSteps;
        double maxSeconds;
        int threads;
        List<Callback> callbacks;
        Clipping clipping;
        List<ParameterGroup> groups;
        Augmentation augmentation;

        Draft(Trainer t) {
            optimizer = t.optimizer;
            learningRate = t.learningRate;
            schedule = t.schedule;
            batchSize = t.batchSize;
            epochs = t.epochs;
            seed = t.seed;
            maxSteps = t.maxSteps;
            maxSeconds = t.maxSeconds;
            threads = t.threads;
            callbacks = t.callbacks;
            clipping = t.clipping;
            groups = t.groups;
            augmentation = t.augmentation;
        }

        Trainer finish() {
            return new Trainer(
                    optimizer,
                    learningRate,
                    schedule,
                    batchSize,
                    epochs,
                    seed,
                    maxSteps,
                    maxSeconds,
                    threads,
                    callbacks,
                    clipping,
                    groups,
                    augmentation);
        }
    }
}
