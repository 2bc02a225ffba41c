package nursery.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.Trainer;
import nursery.augment.Augmenter;
import nursery.data.Dataset;
import nursery.data.Order;
import nursery.data.Split;
import nursery.layers.Chain;
import nursery.layers.Layer;
import nursery.layers.Variable;
import nursery.optimizers.Schedule;
import nursery.tensor.Arena;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;
import org.jspecify.annotations.Nullable;

/**
 * One training from start to end: sample a batch, forward, loss, backward, update (the lecture's four-step loop), with
 * a history and callbacks. A warm step allocates nothing.
 */
public final class TrainingRun {
    private final Model model;
    private final Trainer trainer;
    private final Dataset validation;
    private final boolean classification;
    private final Tensor inputs;
    private final Tensor targets;
    private final Tensor validationInputs;
    private final Tensor validationTargets;
    private final Chain chain;
    private final Scorer scorer;
    private final Augmenter augmenter;
    private final Updater updater;
    private final History history;
    private final Shape fullInput;
    private final Shape fullTarget;
    private final Shape lastInput;
    private final Shape lastTarget;
    private final List<Callback> callbacks;
    private final int[] order;
    private final int stepsPerEpoch;
    private Schedule schedule;
    private Tensor batchTargets;
    private int batch;
    private long drawn;
    private long step;
    private double rate;
    private long right;
    private long seen;
    private double lossSum;
    private double weightSum;

    private TrainingRun(Model model, @Nullable Model origin, Trainer trainer, Split data, Workers workers) {
        this.model = model;
        this.trainer = trainer;
        this.validation = data.validation();
        Dataset train = data.train();
        classification = train.classification();
        inputs = model.inputFor(train.features());
        targets = Evaluation.targets(model, train);
        validationInputs = validation.rows() == 0 ? inputs.rows(0, 0) : model.inputFor(validation.features());
        validationTargets = validation.rows() == 0 ? targets.rows(0, 0) : Evaluation.targets(model, validation);

        Seed seed = Seed.of(trainer.seed());
        chain = model.chain(model.net().layersBeforeLoss(), Arena.of(model.precision(), workers), seed.with("layers"));
        scorer = new Scorer(model.net());
        int rows = inputs.rows();
        int batchSize = Math.min(trainer.batchSize(), rows);
        stepsPerEpoch = (rows + batchSize - 1) / batchSize;
        List<Variable> trained = ParameterGroup.trained(trainer.groups(), chain.learned());
        history = new History(model, origin, trainer, data, trained, stepsPerEpoch, totalSteps());
        updater =
                new Updater(chain, trained, model.net().regularization(), trainer, history.updateRatios(), this::pass);
        schedule = trainer.schedule();
        batchTargets = targets;
        int rest = rows - (stepsPerEpoch - 1) * batchSize;
        fullInput = inputs.shape().row().batch(batchSize);
        fullTarget = targets.shape().row().batch(batchSize);
        lastInput = inputs.shape().row().batch(rest);
        lastTarget = targets.shape().row().batch(rest);
        augmenter = Augmenter.of(
                trainer.augmentation(), model.rowShape(train), targets.columns(), batchSize, seed.with("augment"));
        order = IntStream.range(0, rows).toArray();
        callbacks = trainer.callbacks().stream().map(c -> c.begin(history)).toList();
    }

    /**
     * Trains {@code model} itself to the end, or until something stops it; an interrupt of this thread does within one
     * step. Its threads end with it.
     *
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     */
    public static History train(Model model, Trainer trainer, Split data) {
        return train(model, null, trainer, data);
    }

    /** Trains a copy of {@code model}, as {@link #train(Model, Trainer, Split)} does. */
    public static History trainCopy(Model model, Trainer trainer, Split data) {
        return train(model.copy(), model, trainer, data);
    }

    private static History train(Model model, @Nullable Model origin, Trainer trainer, Split data) {
        try (Workers workers = Workers.of(trainer.threads())) {
            TrainingRun run = new TrainingRun(model, origin, trainer, data, workers);
            History.setLast(run.history);
            return run.run();
        }
    }

    /** Trains as {@link #train} does but leaves {@link History#last()} alone: for checks and searches. */
    public static History trainUnnoticed(Model model, Trainer trainer, Split data) {
        try (Workers workers = Workers.of(trainer.threads())) {
            return new TrainingRun(model, null, trainer, data, workers).run();
        }
    }

    private long totalSteps() {
        return Math.min(trainer.maxSteps(), (long) stepsPerEpoch * trainer.epochs());
    }

    private History run() {
        long start = System.nanoTime();
        Optional<String> stop = Optional.empty();
        for (int epoch = 1; epoch <= trainer.epochs() && stop.isEmpty(); epoch++) {
            stop = epoch(epoch, start);
        }
        stop.ifPresent(history::stopped);
        updater.averaged(model).ifPresent(history::setAveraged);
        callbacks.forEach(c -> c.afterTraining(history));
        return history;
    }

    private Optional<String> epoch(int epoch, long start) {
        Order.shuffle(order, Seed.of(trainer.seed()).with("order").with(epoch).generator());
        right = 0;
        seen = 0;
        lossSum = 0;
        weightSum = 0;
        int firstRatio = history.updateRatios().size();
        Optional<String> stop = Optional.empty();
        for (int i = 0; i < stepsPerEpoch && stop.isEmpty(); i++) {
            step(i);
            stop = reasonToStop(epoch, i, start);
        }
        Evaluation after = validation.rows() == 0
                ? new Evaluation(Double.NaN, Double.NaN)
                : Evaluation.of(model, chain, validationInputs, validationTargets, classification);
        history.add(new Epoch(
                epoch,
                lossSum / weightSum,
                classification ? (double) right / seen : Double.NaN,
                after.loss(),
                after.accuracy(),
                rate,
                history.updateRatios().median(firstRatio),
                (System.nanoTime() - start) * 1e-9));
        schedule = schedule.afterEpoch(validation.rows() == 0 ? lossSum / weightSum : after.loss());
        if (stop.isEmpty()) {
            stop = interruption(); // while the validation rows were passed through
        }
        for (int i = 0; i < callbacks.size() && stop.isEmpty(); i++) {
            stop = callbacks.get(i).afterEpoch(history);
        }
        return stop;
    }

    /** The four steps of the lecture: sample, forward, backward, update. */
    private void step(int i) {
        batch = i;
        drawn = step; // a line search passes this batch again, as it was
        double loss = pass();
        double epochs = (double) step / stepsPerEpoch;
        rate = schedule.rate(trainer.learningRate(), epochs, trainer.epochs());
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("schedule: expected a rate of at least 0, received " + rate + " after "
                    + epochs + " epochs; correct the schedule");
        }
        step++;
        double cost = loss + updater.penalty();
        history.addStep(loss, cost);
        double weight = scorer.weight(batchTargets);
        lossSum += loss * weight;
        weightSum += weight;
        seen += batchTargets.rows();
        right += classification ? scorer.right(batchTargets) : 0;
        if (Double.isFinite(cost)) {
            updater.step(cost, rate, step);
        } else {
            history.notFinite(firstNotFinite());
        }
    }

    /** Where in the pass of the last batch the first number that is not finite appears. */
    private String firstNotFinite() {
        chain.reset();
        Tensor x = chain.arena().next(batch == stepsPerEpoch - 1 ? lastInput : fullInput);
        int from = batch * fullInput.dim(0);
        x.gatherRows(inputs, order, from, from + x.rows());
        if (!x.allFinite()) {
            return "the inputs";
        }
        for (Variable v : model.variables()) {
            if (!v.value().allFinite()) {
                return v.name();
            }
        }
        List<Layer> layers = model.net().layersBeforeLoss();
        Tensor y = x;
        for (int i = 0; i < layers.size(); i++) {
            y = chain.forward(i, y, false);
            if (!y.allFinite()) {
                return "layer " + (i + 1) + ", " + layers.get(i);
            }
        }
        return "the loss";
    }

    /** Samples the batch, passes it forward and backward, and returns its loss. */
    private double pass() {
        chain.reset();
        boolean last = batch == stepsPerEpoch - 1;
        int from = batch * fullInput.dim(0);
        Tensor x = chain.arena().next(last ? lastInput : fullInput);
        Tensor t = chain.arena().next(last ? lastTarget : fullTarget);
        int rows = x.rows();
        x.gatherRows(inputs, order, from, from + rows);
        t.gatherRows(targets, order, from, from + rows);
        augmenter.apply(x, t, drawn);

        double loss = scorer.score(chain.arena(), chain.forward(x, true), t);
        chain.backward(scorer.gradient());
        batchTargets = t;
        return loss;
    }

    private Optional<String> reasonToStop(int epoch, int i, long start) {
        double cost = history.lastCost();
        Optional<String> interruption = interruption();
        if (interruption.isPresent()) {
            return interruption;
        }
        if (!Double.isFinite(cost)) {
            return Optional.of("the loss became " + cost + " at step " + step + ", first in "
                    + history.notFinite().orElse("the penalty") + "; "
                    + model.net()
                            .lossMismatch()
                            .orElse("lower the learning rate, or look at the data and the initialization"));
        }
        for (int c = 0; c < callbacks.size(); c++) {
            Optional<String> reason = callbacks.get(c).afterStep(history);
            if (reason.isPresent()) {
                return reason;
            }
        }
        boolean over = epoch == trainer.epochs() && i == stepsPerEpoch - 1;
        if (!over && step >= trainer.maxSteps()) {
            return Optional.of("reached maxSteps, " + trainer.maxSteps());
        }
        if (!over && (System.nanoTime() - start) * 1e-9 >= trainer.maxSeconds()) {
            return Optional.of("reached maxSeconds, " + trainer.maxSeconds());
        }
        return Optional.empty();
    }

    private Optional<String> interruption() {
        if (Thread.interrupted()) {
            history.markInterrupted();
            return Optional.of("interrupted at step " + step + "; History.last() keeps this history and its model");
        }
        return Optional.empty();
    }
}
