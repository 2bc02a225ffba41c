package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.augment.Unchanged;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.Chain;
import nursery.optimizers.ConstantRate;
import nursery.tensor.Tensor;
import nursery.training.Decision;
import nursery.training.Epoch;
import nursery.training.History;
import nursery.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * A training under examination: its history, statistics on a fixed probe of training rows, and short experiments on
 * copies. What it computes it computes once. Nothing here changes the model, the data or any stream of the user's.
 */
public final class Case {
    /** The training steps that experiments may make together, as a share of the training's. */
    public static final double BUDGET = 0.2;

    private static final int PROBE_ROWS = 512;
    private static final int MOST_STEPS = 200;
    private static final int FEWEST_STEPS = 15;
    private static final int TINY_STEPS = 5;
    private static final int JUDGES = 2000;
    private static final int FEW_ROWS = 20;
    private static final int FEW_JUDGES = 200;
    private static final double SURE = 0.9;
    private static final double SAME = 1e-3; // of the deviation of the targets

    private final History history;
    private final Curve curve;
    private final List<Finding> found = new ArrayList<>();
    private final List<Experiment> experiments = new ArrayList<>();
    private final double budget;
    private double spent;
    private @Nullable Dataset probe;
    private @Nullable Model initial;
    private @Nullable ActivationStats before;
    private @Nullable ActivationStats after;
    private @Nullable Tensor outputs;

    /**
     * Begins.
     *
     * @param budget what experiments may cost, as a share of the training's steps; {@link #BUDGET} is usual
     */
    Case(History history, double budget) {
        this.history = history;
        this.budget = budget * history.steps();
        this.curve = new Curve(history);
    }

    /** The training. */
    public History history() {
        return history;
    }

    /** What the curves say. */
    public Curve curve() {
        return curve;
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

    /** The validation rows, or the probe where there are none. */
    private Dataset judges() {
        return data().validation().rows() > 0 ? Probe.rows(data().validation(), JUDGES) : probe();
    }

    private Tensor outputs() {
        Tensor known = outputs;
        if (known == null) {
            known = history.model().predict(judges().features());
            outputs = known;
        }
        return known;
    }

    /** The share of rows of each class that are found, NaN where a class has none: of validation rows if there are any. */
    public double[] recall() {
        int[] right = new int[judges().classes()];
        int[] rows = judges().classCounts();
        for (int row = 0; row < judges().rows(); row++) {
            int label = judges().label(row);
            right[label] += Decision.of(outputs(), row) == label ? 1 : 0;
        }
        return IntStream.range(0, rows.length)
                .mapToDouble(k -> rows[k] == 0 ? Double.NaN : (double) right[k] / rows[k])
                .toArray();
    }

    /** The share of rows that get the commonest answer; for numbers, 1 where all answers are nearly equal, else 0. */
    public double commonestAnswer() {
        Tensor y = outputs();
        if (data().train().classification()) {
            Map<Integer, Long> answers = IntStream.range(0, y.rows())
                    .boxed()
                    .collect(Collectors.groupingBy(row -> Decision.of(y, row), Collectors.counting()));
            return (double) Collections.max(answers.values()) / y.rows();
        }
        double spread = deviation(y);
        return spread < SAME * deviation(data().train().targets()) ? 1 : 0;
    }

    private static double deviation(Tensor x) {
        double mean = x.mean();
        return Math.sqrt(x.map(v -> (v - mean) * (v - mean)).mean());
    }

    /** Whether the model answers no better than one that ignores its inputs: for validation rows if there are any. */
    public boolean learnedNothing() {
        if (history.epochs().isEmpty()) {
            return curve.standsStill();
        }
        Epoch last = history.lastEpoch();
        int rows = data().validation().rows();
        if (rows < FEW_ROWS) {
            return curve.standsStill();
        }
        if (!data().train().classification()) {
            return !(last.validationLoss() < 0.95 * curve.constant());
        }
        int[] counts = data().validation().classCounts();
        double common = (double) Arrays.stream(counts).max().orElse(0) / rows;
        return !(last.validationAccuracy() > common + 3 * Math.sqrt(common * (1 - common) / rows));
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

    /** Five steps of a copy on some rows as one batch, from the initial model, at a given rate. */
    public History tinySteps(Dataset rows, double rate) {
        Trainer trainer = trainer()
                .withoutCallbacks()
                .augment(new Unchanged())
                .schedule(new ConstantRate())
                .learningRate(rate)
                .batchSize(rows.rows())
                .epochs(TINY_STEPS)
                .maxSteps(TINY_STEPS);
        return train(initial().copy(), new Program(net(), trainer, rows.split(1, 0, 0)), TINY_STEPS);
    }

    /**
     * How much more often the net is right on the fifth of the judging rows that it is surest about than on all; NaN
     * without 200 of them.
     */
    public double surestFifth() {
        Tensor y = outputs();
        if (!data().train().classification() || y.rows() < FEW_JUDGES || y.columns() < 2) {
            return Double.NaN;
        }
        int fifth = y.rows() / 5;
        int[] surest = IntStream.range(0, y.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -y.get(row, y.argmax(row))))
                .mapToInt(row -> row)
                .limit(fifth)
                .toArray();
        return (double) Arrays.stream(surest)
                        .filter(row -> y.argmax(row) == judges().label(row))
                        .count()
                / fifth;
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
        return List.copyOf(experiments);
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
        int steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, history.steps() / 10));
        if (spent + steps > budget) {
            return Optional.empty();
        }
        spent += steps;
        Program changed = change.apply(program());
        Model start = changed.net() == net()
                ? initial().copy()
                : changed.net().init(trainer().seed());
        History run = train(start, changed, steps);
        Experiment experiment = new Experiment(what, steps, curve.relative(), new Curve(run).relative());
        experiments.add(experiment);
        return Optional.of(experiment);
    }

    /**
     * Trains on from the trained model with {@code change} for as many steps, and returns the mean loss of the last
     * quarter of them over that of the last steps of the training. Below 1 there was more to learn. Nothing if the budget
     * is spent.
     */
    public Optional<Double> resume(UnaryOperator<Program> change) {
        int steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, history.steps() / 10));
        if (spent + steps > budget) {
            return Optional.empty();
        }
        spent += steps;
        Program changed = change.apply(program());
        History run = train(history.model().copy(), changed, steps);
        return Optional.of(new Curve(run).end() / curve.last(steps));
    }

    private static History train(Model start, Program program, int steps) {
        Probe.requireNotInterrupted();
        Dataset validation = program.data().validation();
        History run = TrainingRun.trainUnnoticed(
                start,
                program.trainer().withoutCallbacks().maxSteps(steps).maxSeconds(Double.POSITIVE_INFINITY),
                Split.of(
                        program.data().train(),
                        validation.rows() > 1 ? validation.take(1) : validation, // the losses of steps are enough
                        program.data().test()));
        Probe.requireNotInterrupted(run);
        return run;
    }
}
