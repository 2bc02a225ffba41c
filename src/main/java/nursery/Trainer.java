package nursery;

import java.util.ArrayList;
import java.util.List;
import nursery.data.Split;
import nursery.optimizers.Adam;
import nursery.optimizers.Momentum;
import nursery.optimizers.Nesterov;
import nursery.optimizers.Optimizer;
import nursery.optimizers.Schedule;
import nursery.optimizers.Sgd;
import nursery.search.Sweep;
import nursery.tensor.Workers;
import nursery.training.Callback;
import nursery.training.History;
import nursery.training.LiveChart;
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
        List<Callback> callbacks) {
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
                (base, epoch, epochs) -> base,
                64,
                10,
                0,
                Long.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Workers.usual(),
                List.of());
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

    /** The same trainer with this base rate. */
    public Trainer learningRate(double learningRate) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer with this rate over time. */
    public Trainer schedule(Schedule schedule) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer with this many rows in a step. */
    public Trainer batchSize(int batchSize) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer with this many passes over the training rows. */
    public Trainer epochs(int epochs) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer with this seed. */
    public Trainer seed(long seed) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer that stops after {@code maxSteps} steps. */
    public Trainer maxSteps(long maxSteps) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer that stops after {@code maxSeconds} seconds. Where it stops depends on the machine. */
    public Trainer maxSeconds(double maxSeconds) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer with this many threads; the numbers do not change. */
    public Trainer threads(int threads) {
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, callbacks);
    }

    /** The same trainer, also watched by {@code callback}. */
    public Trainer callback(Callback callback) {
        List<Callback> more = new ArrayList<>(callbacks);
        more.add(callback);
        return new Trainer(
                optimizer, learningRate, schedule, batchSize, epochs, seed, maxSteps, maxSeconds, threads, more);
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
        return fit(net.init(seed), data);
    }

    /** Trains a copy of {@code model}; the model itself keeps its parameters. */
    public History fit(Model model, Split data) {
        return TrainingRun.train(model.copy(), this, data);
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
}
