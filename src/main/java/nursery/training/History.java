package nursery.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nursery.Model;
import nursery.Trainer;
import nursery.data.Split;
import nursery.diagnosis.Diagnosis;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Why;
import nursery.layers.Variable;
import nursery.report.HistoryReport;
import nursery.report.Plot;
import nursery.report.Result;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What a training came to: loss, accuracy, learning rate and update ratio by epoch, the loss by step, and the trained
 * model. It holds numbers, the model and the user's own data, never batches or gradients.
 */
public final class History implements Result {
    private static volatile @Nullable History last;

    private final Model model;
    private final @Nullable Model origin;
    private final Trainer trainer;
    private final Split data;
    private final List<Epoch> epochs = new ArrayList<>();
    private final Numbers losses;
    private final Numbers costs;
    private final UpdateRatios updateRatios;
    private final long totalSteps;
    private final int stepsPerEpoch;
    private @Nullable String stopReason;
    private @Nullable Model averaged;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private boolean interrupted;
    private @Nullable String notFinite;

    History(
            Model model,
            @Nullable Model origin,
            Trainer trainer,
            Split data,
            List<Variable> learned,
            int stepsPerEpoch,
            long totalSteps) {
        this.model = model;
        this.origin = origin;
        this.trainer = trainer;
        this.data = data;
        this.totalSteps = totalSteps;
        this.stepsPerEpoch = stepsPerEpoch;
        this.losses = new Numbers(totalSteps);
        this.costs = model.net().regularization().penalizes() ? new Numbers(totalSteps) : losses;
        this.updateRatios = new UpdateRatios(learned, stepsPerEpoch, totalSteps);
    }

    /**
     * The history of the training that was started last in this JVM, finished or not: what an interrupted cell leaves.
     *
     * @throws IllegalStateException if nothing was trained yet
     */
    public static History last() {
        History history = last;
        if (history == null) {
            throw new IllegalStateException(
                    "expected a training before History.last(), found none; train with Trainer.momentum(1e-2).fit(net, data)");
        }
        return history;
    }

    /** {@link #last()}, or nothing if nothing was trained yet. */
    public static Optional<History> latest() {
        return Optional.ofNullable(last);
    }

    static void setLast(History history) {
        last = history;
    }

    void addStep(double loss, double cost) {
        losses.add(loss);
        if (costs != losses) {
            costs.add(cost);
        }
    }

    void add(Epoch epoch) {
        epochs.add(epoch);
    }

    void stopped(String reason) {
        stopReason = reason;
    }

    void markInterrupted() {
        interrupted = true;
    }

    void notFinite(String place) {
        notFinite = place;
    }

    void setAveraged(Model model) {
        averaged = model;
    }

    void add(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    /** The cost of the last step's batch before that step: loss and penalty. */
    public double lastCost() {
        return costs.get(costs.size() - 1);
    }

    /** The trained model. */
    public Model model() {
        return model;
    }

    /**
     * The model before the first step, a copy: drawn again from the trainer's seed, or the model that was handed to {@link
     * Trainer#fit(Model, Split)}, as it is now.
     */
    public Model initial() {
        return origin == null ? model.net().init(trainer.seed(), model.precision()) : origin.copy();
    }

    /**
     * Where the first NaN or infinity appeared, if the loss became one: {@code "the inputs"}, a parameter, a layer, or
     * {@code "the loss"}.
     */
    public Optional<String> notFinite() {
        return Optional.ofNullable(notFinite);
    }

    /**
     * The trained model with the average of its parameters over the steps, as {@code Trainer.asgd(rate)} and the callback
     * {@link ParameterAverage} keep it.
     *
     * @throws IllegalStateException if nothing kept one
     */
    public Model averaged() {
        if (averaged == null) {
            throw new IllegalStateException("expected an optimizer that averages, found " + trainer.optimizer()
                    + "; train with Trainer.asgd(1e-2), or with callback(ParameterAverage.ema(0.999))");
        }
        return averaged;
    }

    /** The models that {@link Checkpoints} kept on the way, first to last; none without that callback. */
    public List<Checkpoint> checkpoints() {
        return List.copyOf(checkpoints);
    }

    /** The trainer that was used. */
    public Trainer trainer() {
        return trainer;
    }

    /** The data that was trained on. */
    public Split data() {
        return data;
    }

    /** The epochs so far. */
    public List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /**
     * The last epoch.
     *
     * @throws IllegalStateException while the first has not ended
     */
    public Epoch lastEpoch() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException(
                    "expected at least one epoch, found none yet; ask again when one has ended");
        }
        return epochs.get(epochs.size() - 1);
    }

    /** How many steps were made. */
    public int steps() {
        return losses.size();
    }

    /** How many steps an epoch has: the training rows over the batch size, rounded up. */
    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** How many steps the training would make without a reason to stop. */
    public long totalSteps() {
        return totalSteps;
    }

    /** The loss of each step's batch before the step, without the penalty. */
    public double[] stepLosses() {
        return losses.toArray();
    }

    /** The cost of each step's batch before the step: loss and penalty. */
    public double[] stepCosts() {
        return costs.toArray();
    }

    /** The sizes of the updates against the weights. */
    public UpdateRatios updateRatios() {
        return updateRatios;
    }

    /** Why the training ended before its time, if it did. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** Whether an interrupt of its thread ended the training. */
    public boolean interrupted() {
        return interrupted;
    }

    /** What went wrong, the evidence, and what to do. */
    public Diagnosis diagnose() {
        return Diagnosis.of(this);
    }

    /** The evidence of a finding of {@link #diagnose()}, as numbers and as a chart. */
    public Why why(Finding finding) {
        return diagnose().why(finding);
    }

    /** One row for each epoch and split: epoch, split, loss, accuracy, learning_rate, update_ratio, seconds. */
    @Override
    public Table table() {
        return HistoryReport.table(this);
    }

    /** Loss and accuracy of training and validation rows, and the update ratio with its healthy band. */
    @Override
    public Plot plot() {
        return HistoryReport.plot(this);
    }

    /** A line for each epoch, and why the training stopped. */
    @Override
    public String toString() {
        return HistoryReport.text(this);
    }
}
