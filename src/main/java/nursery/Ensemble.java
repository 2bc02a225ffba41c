package nursery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.activations.Sigmoid;
import nursery.activations.Softmax;
import nursery.data.Dataset;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.report.Numbers;
import nursery.report.Progress;
import nursery.search.EnsembleComparison;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;
import nursery.training.Checkpoint;
import nursery.training.Evaluation;
import nursery.training.History;
import nursery.training.ParameterAverage;

/**
 * Several models whose outputs are averaged at test time: y = (y_1 + ... + y_n) / n, in float64. Usually worth about 2 %
 * of accuracy, and as much more compute as there are members. Immutable; it keeps the members' parameters and nothing
 * else of their training.
 *
 * <p>The six kinds of the lecture (CS231n, "Model ensembles"):
 *
 * <pre>{@code
 * Ensemble.of(5, seed -> trainer.seed(seed).fit(net, data).model())                    // other initializations
 *
 * Ensemble.of(Trainer.sgd(0.1).fit(net, data), Trainer.adam(1e-3).fit(net.l2(1e-3), data))  // other optimizers, objectives
 *
 * Ensemble.of(5, seed -> trainer.fit(net, data.bootstrap(seed)).model())               // other data: bagging
 *
 * Ensemble.of(found).top(3, data.validation())                                         // the top models of a search
 *
 * Ensemble.checkpoints(trainer.callback(Checkpoints.every(2)).fit(net, data))          // checkpoints of one training
 *
 * trainer.callback(ParameterAverage.ema(0.999)).fit(net, data).averaged()              // running average of parameters
 * }</pre>
 *
 * <p>The last one is a {@link Model}: see {@link ParameterAverage}. Members may have different nets; inputs and outputs
 * must have one size. Where some end in softmax or sigmoid and others in scores, as under the hinge loss, the scores
 * pass through softmax first.
 */
public final class Ensemble implements Predictor {
    private final List<Member> members;
    private final Net net;
    private final boolean interrupted;

    /**
     * One member.
     *
     * @param name what it is called in tables
     * @param model what predicts
     * @param seconds how long it was trained; NaN if unknown
     */
    public record Member(String name, Predictor model, double seconds) {}

    private Ensemble(List<Member> members, boolean interrupted) {
        this.members = List.copyOf(members);
        this.interrupted = interrupted;
        if (members.isEmpty()) {
            throw new IllegalArgumentException(
                    "ensemble: expected at least one model, received none; 5 members are usual");
        }
        this.members.forEach(this::requireFit);
        net = this.members.stream()
                .map(m -> m.model().net())
                .filter(Ensemble::givesProbabilities)
                .findFirst()
                .orElse(first());
    }

    private Net first() {
        return members.get(0).model().net();
    }

    private void requireFit(Member member) {
        Net own = member.model().net();
        if (own.inputShape().size() != first().inputShape().size()
                || !own.outputShape().equals(first().outputShape())) {
            throw new ShapeException("ensemble: expected members like the first, from " + first().inputShape() + " to "
                    + first().outputShape() + ", received member \"" + member.name() + "\" from "
                    + own.inputShape() + " to " + own.outputShape() + "; combine nets for the same data");
        }
        if (member.model() instanceof Model model) {
            requireFinite(member.name(), model);
        }
        if (own.outputShape().size() == 1 && givesProbabilities(own) != givesProbabilities(first())) {
            throw new IllegalArgumentException("ensemble: expected one kind of output, received probabilities from some"
                    + " members and numbers from others; end all nets in .sigmoid() or all in .linear()");
        }
    }

    private static void requireFinite(String name, Model model) {
        if (!model.variables().stream().allMatch(v -> v.value().allFinite())) {
            throw new IllegalArgumentException(
                    "ensemble: expected finite parameters, received NaN or infinity in member" + " \"" + name
                            + "\"; its training diverged: lower the learning rate, or leave it out");
        }
    }

    /**
     * Trains members one after another, with seeds 0 to {@code count} - 1. An interrupt keeps those that are finished.
     *
     * <pre>{@code
     * Ensemble.of(5, seed -> Trainer.adam(1e-3).epochs(3).seed(seed).fit(net, data).model()).accuracy(data.test())
     * }</pre>
     *
     * @param count how many, at least 1
     * @param train trains one from its seed; it decides what the seed changes: parameters, data, optimizer
     * @throws IllegalStateException if an interrupt came before the first was finished
     */
    public static Ensemble of(int count, LongFunction<Model> train) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "ensemble: expected at least 1 member, received " + count + "; 5 are usual");
        }
        List<Member> members = new ArrayList<>();
        try (var progress = new Progress("Ensemble", count)) {
            for (int seed = 0; seed < count; seed++) {
                progress.next();
                long start = System.nanoTime();
                Model model = train.apply(seed);
                if (model == null) {
                    throw new IllegalArgumentException("ensemble: expected a model from seed " + seed
                            + ", received null; end the function in .model()");
                }
                if (interruptedTraining(model)) {
                    return finished(members, count);
                }
                requireFinite("seed " + seed, model);
                members.add(new Member("seed " + seed, model, (System.nanoTime() - start) * 1e-9));
            }
        }
        return new Ensemble(members, false);
    }

    // the function returns the model alone, so its history is known by it
    private static boolean interruptedTraining(Model model) {
        return History.latest()
                .filter(h -> h.model() == model && h.interrupted())
                .isPresent();
    }

    private static Ensemble finished(List<Member> members, int count) {
        if (members.isEmpty()) {
            throw new IllegalStateException("ensemble: interrupted before the first of " + count
                    + " members was finished; run the cell again, or take History.last().model()");
        }
        return new Ensemble(members, true);
    }

    /** Models that are trained already. */
    public static Ensemble of(Model... models) {
        return new Ensemble(
                IntStream.range(0, models.length)
                        .mapToObj(i -> new Member("model " + (i + 1), models[i], Double.NaN))
                        .toList(),
                false);
    }

    /** The models of trainings: other optimizers, other objectives, or what a search tried. */
    public static Ensemble of(History... histories) {
        return of(List.of(histories));
    }

    /** The models of trainings, such as all that a search tried; {@link #top} chooses among them. */
    public static Ensemble of(List<History> histories) {
        return new Ensemble(
                IntStream.range(0, histories.size())
                        .mapToObj(i -> member(i + 1, histories.get(i)))
                        .toList(),
                false);
    }

    private static Member member(int number, History history) {
        Trainer trainer = history.trainer();
        String name = number + " " + trainer.optimizer().toString().split("\\(", 2)[0] + " "
                + Numbers.brief(trainer.learningRate());
        return new Member(name, history.model(), history.lastEpoch().seconds());
    }

    /**
     * The models that {@link nursery.training.Checkpoints} kept of one training; with a cyclic schedule a snapshot ensemble
     * (Huang et al. 2017).
     *
     * @throws IllegalArgumentException if it kept none
     */
    public static Ensemble checkpoints(History history) {
        List<Checkpoint> kept = history.checkpoints();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("ensemble: expected a training with checkpoints, received one that kept"
                    + " none; train with trainer.callback(Checkpoints.every(1))");
        }
        List<Member> members = new ArrayList<>();
        double before = 0;
        for (Checkpoint c : kept) {
            members.add(new Member("epoch " + c.epoch(), c.model(), c.seconds() - before));
            before = c.seconds();
        }
        return new Ensemble(members, false);
    }

    /**
     * One trained model with {@code count} draws of its dropout masks: models that share their weights. Their mean is what
     * the test pass of dropout stands for (Monte Carlo dropout, Gal and Ghahramani 2016). A mask differs from row to row.
     *
     * @throws IllegalArgumentException if the net has running means, as of batch normalization
     */
    public static Ensemble masks(Model model, int count, long seed) {
        Seed masks = Seed.of(seed).with("masks");
        return new Ensemble(
                IntStream.range(0, count)
                        .mapToObj(i -> new Member("mask " + (i + 1), new MaskedModel(model, masks.with(i)), Double.NaN))
                        .toList(),
                false);
    }

    /**
     * The {@code count} members with the highest accuracy on these rows, best first; for regression with the lowest loss.
     * These are validation rows: test rows must not choose.
     *
     * @throws IllegalArgumentException if there are not as many members
     */
    public Ensemble top(int count, Dataset validation) {
        if (count < 1 || count > members.size()) {
            throw new IllegalArgumentException("top: expected a number from 1 to the " + members.size()
                    + " members, received " + count + "; ask for fewer, or train more");
        }
        ToDoubleFunction<Evaluation> worse = validation.classification() ? e -> -e.accuracy() : Evaluation::loss;
        record Ranked(Member member, double rank) {}
        return new Ensemble(
                members.stream()
                        .map(m -> new Ranked(m, worse.applyAsDouble(m.model().evaluate(validation))))
                        .sorted(Comparator.comparingDouble(Ranked::rank))
                        .limit(count)
                        .map(Ranked::member)
                        .toList(),
                interrupted);
    }

    /** The members, in order. */
    public List<Member> members() {
        return members;
    }

    /** Whether an interrupt ended the training before all members were finished. */
    public boolean interrupted() {
        return interrupted;
    }

    /** The first member's net that ends in probabilities, else the first: its loss judges the mean. */
    @Override
    public Net net() {
        return net;
    }

    /** The mean of the members' outputs, [rows, outputs], in float64. */
    @Override
    public Tensor predict(Tensor x, int threads) {
        Tensor sum = outputs(members.get(0), x, threads);
        for (Member m : members.subList(1, members.size())) {
            sum.addInPlace(1, outputs(m, x, threads));
        }
        return sum.times(1.0 / members.size());
    }

    private Tensor outputs(Member member, Tensor x, int threads) {
        Tensor y = member.model().predict(x, threads).to(Precision.FLOAT64);
        boolean scores =
                givesProbabilities(net) && !givesProbabilities(member.model().net());
        return scores ? y.softmax() : y;
    }

    private static boolean givesProbabilities(Net net) {
        List<Layer> layers = net.layers();
        return !layers.isEmpty()
                && List.of(new Activate(new Softmax()), new Activate(new Sigmoid()))
                        .contains(layers.get(layers.size() - 1));
    }

    /** Each member beside the ensemble on the same rows, with their cost. */
    public EnsembleComparison compare(Dataset data) {
        Evaluation.requireRows(data);
        List<EnsembleComparison.Member> compared = new ArrayList<>();
        Tensor sum = Tensor.zeros(net.outputShape().batch(data.rows()), Precision.FLOAT64);
        for (Member m : members) {
            long start = System.nanoTime();
            Tensor y = outputs(m, data.features(), Workers.usual());
            double seconds = (System.nanoTime() - start) * 1e-9;
            sum.addInPlace(1, y);
            compared.add(new EnsembleComparison.Member(
                    m.name(),
                    Evaluation.ofOutputs(y, net.loss(), data),
                    Evaluation.ofOutputs(sum.times(1.0 / (compared.size() + 1)), net.loss(), data),
                    m.seconds(),
                    seconds));
        }
        return new EnsembleComparison(compared);
    }

    /** The members and what they cost: seconds of training where known, and parameters that each row passes. */
    @Override
    public String toString() {
        long parameters = members.stream()
                .mapToLong(m -> m.model().net().parameterCount())
                .sum();
        double seconds = members.stream().mapToDouble(Member::seconds).sum();
        return String.format(
                        Locale.ROOT,
                        "Ensemble of %d%s: %s%n  a prediction passes %,d parameters",
                        members.size(),
                        interrupted ? " (interrupted)" : "",
                        members.stream().map(Member::name).collect(Collectors.joining(", ")),
                        parameters)
                + (Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "; training took %.1f s", seconds));
    }
}
