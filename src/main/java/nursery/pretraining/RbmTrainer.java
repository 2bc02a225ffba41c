package nursery.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nursery.data.Split;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;

/**
 * How an {@link Rbm} is trained, by contrastive divergence. Immutable: every method returns another trainer.
 *
 * <pre>{@code
 * var history = RbmTrainer.of(0.1).cd(1).batchSize(20).epochs(10).seed(7).live().fit(data, 100);
 *
 * var pretraining = RbmTrainer.of(0.1).epochs(5).stack(data, 200, 100);
 * }</pre>
 *
 * <p>The rows have numbers from 0 to 1; labels play no part.
 *
 * @param learningRate the rate, above 0; the gradient is the mean over the batch, and 0.1 is usual
 * @param turns k of CD-k, the turns of Gibbs sampling in a step; 1 by default
 * @param keepsChains whether the chains go on from step to step; not by default
 * @param batchSize rows of one step, and the number of persistent chains; 20 by default
 * @param epochs passes over the training rows; 10 by default
 * @param seed of the first weights, the order of rows and all draws; 0 by default
 * @param threads how many threads share the work of a step; the numbers are the same for any
 * @param drawing whether it draws while it trains
 */
public record RbmTrainer(
        double learningRate,
        int turns,
        boolean keepsChains,
        int batchSize,
        int epochs,
        long seed,
        int threads,
        boolean drawing) {

    /** Checks each setting. */
    public RbmTrainer {
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "learning rate: expected a number above 0, received " + learningRate + "; 0.1 is usual");
        }
        requirePositive("cd(k)", turns, "1 is usual");
        requirePositive("batch size", batchSize, "20 is usual");
        requirePositive("epochs", epochs, "10 is a start");
        requirePositive("threads", threads, "leave it out for a sensible number");
    }

    private static void requirePositive(String name, int value, String advice) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": expected at least 1, received " + value + "; " + advice);
        }
    }

    /** CD-1 with this rate. */
    public static RbmTrainer of(double learningRate) {
        return new RbmTrainer(learningRate, 1, false, 20, 10, 0, Workers.usual(), false);
    }

    /** The same trainer with this rate. */
    public RbmTrainer learningRate(double learningRate) {
        return new RbmTrainer(learningRate, turns, keepsChains, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer with k turns of Gibbs sampling in a step: the larger k, the nearer to the exact gradient. */
    public RbmTrainer cd(int k) {
        return new RbmTrainer(learningRate, k, keepsChains, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer whose chains go on from step to step; a rate of 0.01 and many epochs suit it. */
    public RbmTrainer persistent() {
        return new RbmTrainer(learningRate, turns, true, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer with this many rows in a step. */
    public RbmTrainer batchSize(int batchSize) {
        return new RbmTrainer(learningRate, turns, keepsChains, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer with this many passes over the training rows. */
    public RbmTrainer epochs(int epochs) {
        return new RbmTrainer(learningRate, turns, keepsChains, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer with this seed. */
    public RbmTrainer seed(long seed) {
        return new RbmTrainer(learningRate, turns, keepsChains, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer with this many threads; the numbers do not change. */
    public RbmTrainer threads(int threads) {
        return new RbmTrainer(learningRate, turns, keepsChains, batchSize, epochs, seed, threads, drawing);
    }

    /** The same trainer, drawing the error and the free energy while it trains, with progress and the time left. */
    public RbmTrainer live() {
        return new RbmTrainer(learningRate, turns, keepsChains, batchSize, epochs, seed, threads, true);
    }

    /**
     * Draws a machine from the seed and trains it.
     *
     * <p>An interrupt of the calling thread stops within one step and still returns the history so far.
     *
     * @param data its training rows are learned, its validation rows watched
     * @param hidden how many hidden units
     * @throws IllegalArgumentException if a number is not from 0 to 1, or there is no hidden unit
     */
    public RbmHistory fit(Split data, int hidden) {
        return fit(Rbm.of(data.train().features().columns(), hidden, seed), data);
    }

    /** Trains a copy of {@code rbm}; the machine itself keeps its numbers. */
    public RbmHistory fit(Rbm rbm, Split data) {
        return RbmRun.train(
                rbm.copy(), this, data.train().features(), data.validation().features());
    }

    /**
     * Greedy layer-wise pre-training (Hinton, Osindero and Teh 2006): trains a machine on the rows and freezes it, trains
     * the next on the hidden probabilities of the first, and so on.
     *
     * <p>An interrupt stops within one step; the machines above keep the weights they were drawn with.
     *
     * @param data its training rows are learned, its validation rows watched
     * @param hidden the hidden units of each machine, lowest first
     * @throws IllegalArgumentException if a number is not from 0 to 1, or a machine has no hidden unit
     */
    public Pretraining stack(Split data, int... hidden) {
        if (hidden.length == 0 || Arrays.stream(hidden).anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("stack: expected at least one layer, each of at least 1 hidden unit,"
                    + " received " + Arrays.toString(hidden) + "; try stack(data, 200, 100)");
        }
        Tensor train = data.train().features();
        Tensor validation = data.validation().features();
        int visible = train.columns();
        boolean interrupted = false;
        List<Rbm> rbms = new ArrayList<>();
        List<RbmHistory> histories = new ArrayList<>();
        for (int i = 0; i < hidden.length; i++) {
            RbmTrainer own = seed(Seed.of(seed).with("layer").with(i).value());
            Rbm rbm = Rbm.of(visible, hidden[i], own.seed);
            rbms.add(rbm);
            visible = hidden[i];
            if (!interrupted) {
                RbmHistory history = RbmRun.train(rbm, own, train, validation);
                histories.add(history);
                interrupted = history.interrupted();
                train = rbm.encode(train);
                validation = validation.rows() == 0 ? validation : rbm.encode(validation);
            }
        }
        return new Pretraining(new Dbn(rbms), histories);
    }
}
