package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.Chain;
import nursery.training.History;
import org.jspecify.annotations.Nullable;

/**
 * A training under examination: its history, statistics on a fixed probe of training rows, and short experiments on
 * copies. What it computes it computes once. Nothing here changes the model, the data or any stream of the user's.
 */
public final class Case {
    /** The training steps that experiments may make together, as a share of the training's. */
    public static final double BUDGET = 0.2;

    private static final int PROBE_ROWS = 512;
    private static final double SURE = 0.9;

    private final History history;
    private final Curve curve;
    private final List<Finding> found = new ArrayList<>();
    private final Answers answers;
    private final Experiments experiments;
    private @Nullable Dataset probe;
    private @Nullable Model initial;
    private @Nullable ActivationStats before;
    private @Nullable ActivationStats after;

    /**
     * Begins.
     *
     * @param budget what experiments may cost, as a share of the training's steps; {@link #BUDGET} is usual
     */
    Case(History history, double budget) {
        this.history = history;
        this.curve = new Curve(history);
        this.answers = new Answers(history, curve);
        this.experiments = new Experiments(this, budget * history.steps());
    }

    /** The training. */
    public History history() {
        return history;
    }

    /** What the curves say. */
    public Curve curve() {
        return curve;
    }

    /** What the trained model answers. */
    public Answers answers() {
        return answers;
    }

    /** The net. */
    public Net net() {
        return history.model().net();
    }

    /** The trainer. */
    public Trainer trainer() {
        return history.trainer();
    }

    /** The data. */
    public Split data() {
        return history.data();
    }

    /** All that the training was made of. */
    public Program program() {
        return new Program(net(), trainer(), data());
    }

    /** At most 512 training rows, always the same. */
    public Dataset probe() {
        Dataset known = probe;
        if (known == null) {
            known = Probe.rows(data().train(), PROBE_ROWS);
            probe = known;
        }
        return known;
    }

    /** The model before the first step. Not to be changed. */
    public Model initial() {
        Model known = initial;
        if (known == null) {
            known = history.initial();
            initial = known;
        }
        return known;
    }

    /** The statistics of all layers for the probe, before the first step. */
    public ActivationStats before() {
        ActivationStats known = before;
        if (known == null) {
            known = ActivationStats.of(initial(), probe());
            before = known;
        }
        return known;
    }

    /** The statistics of all layers for the probe, after the training. */
    public ActivationStats after() {
        ActivationStats known = after;
        if (known == null) {
            known = ActivationStats.of(history.model(), probe());
            after = known;
        }
        return known;
    }

    /** The layers that are activation functions before the output function, of {@link #before()} or {@link #after()}. */
    public List<LayerActivations> hidden(ActivationStats stats) {
        return stats.layers().stream()
                .limit(net().layersBeforeLoss().size())
                .filter(LayerActivations::activation)
                .toList();
    }

    /** The gradient at each weight before the first step, for the probe. */
    public GradientFlow flow() {
        return GradientFlow.of(initial(), probe());
    }

    /** The Euclidean norm of the gradient of all parameters before the first step, for the probe. */
    public double gradientNorm() {
        Chain chain = OnePass.of(initial(), probe()).chain();
        return Math.sqrt(IntStream.range(0, chain.learned().size())
                .mapToDouble(i -> chain.gradient(i).dot(chain.gradient(i)))
                .sum());
    }

    /** The loss of the trained model for the probe in training mode, as one batch. */
    public double lossInTraining() {
        return OnePass.of(history.model(), probe()).loss();
    }

    /** How many validation rows are training rows too. */
    public long copiesInValidation() {
        return SplitChecks.copies(data().train(), data().validation());
    }

    /** Whether the largest class has more than ten times the rows of the smallest. */
    public boolean unbalanced() {
        int[] counts = data().train().classCounts();
        return Arrays.stream(counts).max().orElse(0)
                > 10 * Arrays.stream(counts).min().orElse(0);
    }

    /** Whether the penalty was more than half of the cost of the first step. */
    public boolean penaltyOutweighs() {
        return history.steps() > 0 && history.stepCosts()[0] > 2 * history.stepLosses()[0];
    }

    /** Whether the loss ended at less than half of that of a net that ignores its inputs. */
    public boolean learnedWell() {
        return curve.end() < 0.5 * curve.constant();
    }

    /** Whether the loss ended well above 0 and had stopped falling. */
    public boolean plateau() {
        return curve.end() > 0.05 * curve.constant() && curve.improving() < 0.02;
    }

    /** Training accuracy less validation accuracy at the end; 0 where there is none. */
    public double gap() {
        if (history.epochs().isEmpty()) {
            return 0;
        }
        double gap = history.lastEpoch().trainAccuracy() - history.lastEpoch().validationAccuracy();
        return Double.isNaN(gap) ? 0 : gap;
    }

    /** What the symptoms before this one found. */
    public List<Finding> found() {
        return List.copyOf(found);
    }

    void found(Finding finding) {
        found.add(finding);
    }

    /** Whether a cause is known already that makes looking for others by experiments a waste. */
    public boolean explained() {
        return found.stream()
                .anyMatch(f ->
                        f.warns() && f.confidence() >= SURE && f.mechanism().compareTo(Mechanism.RATE) < 0);
    }

    /** The experiments made so far. */
    public List<Experiment> experiments() {
        return experiments.made();
    }

    /** A fix of this training. */
    public Fix fix(String what, UnaryOperator<Program> change) {
        return new Fix(what, program(), change);
    }

    /**
     * Trains a copy with {@code change} for a tenth of the training's steps, 15 to 200, from the same start, beside the
     * first steps of the training. Nothing if the budget is spent.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Optional<Experiment> experiment(String what, UnaryOperator<Program> change) {
        return experiments.restart(what, change);
    }

    /**
     * Trains a copy of the trained model on with {@code change} for as many steps, beside as many last steps of the
     * training. Nothing if the budget is spent.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Optional<Experiment> resume(String what, UnaryOperator<Program> change) {
        return experiments.resume(what, change);
    }

    /** Five steps of a copy on some rows as one batch, from the initial model, with another trainer. */
    public History tinySteps(Dataset rows, Trainer trainer) {
        return experiments.tiny(rows, trainer);
    }
}
