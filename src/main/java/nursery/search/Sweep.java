package nursery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.optimizers.ConstantRate;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Progress;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.training.Baseline;
import nursery.training.Evaluation;
import nursery.training.History;
import nursery.training.TrainingRun;
import nursery.training.UpdateRatios;
import tech.tablesaw.api.Table;

/**
 * Short trainings with one learning rate after another, all from the same seed: which rates hardly move the loss, which
 * are good, and which explode.
 *
 * @param trials one for each rate, lowest first; fewer than asked for after an interrupt
 * @param suggestion the rate to start with
 * @param interrupted whether an interrupt ended it early
 */
public record Sweep(List<RateTrial> trials, Suggestion suggestion, boolean interrupted) implements Result {
    private static final int STEPS = 100;
    private static final int START_ROWS = 1000;
    private static final int VALIDATION_ROWS = 500;

    /** Copies the list. */
    public Sweep {
        trials = List.copyOf(trials);
    }

    /**
     * Trains for 100 steps with each of {@code count} rates, spread evenly in powers of ten. The trainer's schedule, its
     * limits and its callbacks are left out. An interrupt ends it within one step and keeps the rates so far.
     *
     * @param from the smallest rate, above 0
     * @param to the largest rate
     * @param count how many rates, at least 3
     * @throws IllegalArgumentException if the range is none
     */
    public static Sweep run(Trainer trainer, Net net, Split data, double from, double to, int count) {
        return run(trainer, () -> net.init(trainer.seed()), data, from, to, count);
    }

    /**
     * The same from a trained model, which keeps its parameters, bit for bit: each rate has a copy of its own.
     *
     * @throws IllegalArgumentException if the range is none
     */
    public static Sweep run(Trainer trainer, Model model, Split data, double from, double to, int count) {
        return run(trainer, model::copy, data, from, to, count);
    }

    private static Sweep run(Trainer trainer, Supplier<Model> start, Split data, double from, double to, int count) {
        if (!(from > 0 && from < to && to < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sweep: expected two rates with 0 < from < to, received " + from
                    + " and " + to + "; try 1e-6 and 1e1");
        }
        if (count < 3) {
            throw new IllegalArgumentException(
                    "sweep: expected at least 3 rates, received " + count + "; two for each power of ten are usual");
        }
        List<Double> rates = new ArrayList<>();
        List<History> histories = new ArrayList<>();
        try (var progress = new Progress("Sweep", count)) {
            for (int i = 0; i < count; i++) {
                progress.next();
                double rate = Rounding.value(from * Math.pow(to / from, i / (count - 1.0)));
                History history = train(trainer, rate, start.get(), data);
                if (history.interrupted()) {
                    return of(start.get(), data, rates, histories, true);
                }
                rates.add(rate);
                histories.add(history);
            }
        }
        return of(start.get(), data, rates, histories, false);
    }

    private static History train(Trainer trainer, double rate, Model start, Split data) {
        Dataset train = data.train();
        Dataset validation = data.validation();
        int stepsPerEpoch = (train.rows() + trainer.batchSize() - 1) / trainer.batchSize();
        Trainer brief = trainer.withoutCallbacks()
                .learningRate(rate)
                .schedule(new ConstantRate())
                .epochs((STEPS + stepsPerEpoch - 1) / stepsPerEpoch)
                .maxSteps(STEPS)
                .maxSeconds(Double.POSITIVE_INFINITY);
        Dataset judges = validation.rows() > VALIDATION_ROWS ? validation.take(VALIDATION_ROWS) : validation;
        return TrainingRun.trainUnnoticed(start, brief, Split.of(train, judges, data.test()));
    }

    private static Sweep of(
            Model untrained, Split data, List<Double> rates, List<History> histories, boolean interrupted) {
        Dataset train = data.train();
        Dataset sample = train.rows() > START_ROWS ? train.take(START_ROWS) : train;
        double start = Evaluation.of(untrained, sample).loss();
        Valley valley = new Valley(
                rates,
                histories.stream().map(Sweep::end).toList(),
                start,
                Math.min(start, Baseline.constant(untrained.net(), sample)));
        List<RateTrial> trials = IntStream.range(0, rates.size())
                .mapToObj(i ->
                        trial(rates.get(i), histories.get(i), valley.losses().get(i), valley.verdict(i)))
                .toList();
        Optional<String> unclear = interrupted
                ? Optional.of("interrupted after " + rates.size() + " rates; run the sweep again")
                : valley.unclear();
        Suggestion suggestion = unclear.map(reason -> new Suggestion(Double.NaN, 0, reason))
                .orElseGet(() -> new Suggestion(
                        valley.best(),
                        valley.confidence(),
                        "the smallest rate with which the loss falls nearly as far as with any"));
        return new Sweep(trials, suggestion, interrupted);
    }

    /** The mean over the last quarter of the steps. */
    private static double end(History history) {
        double[] losses = history.stepLosses();
        int from = losses.length - Math.max(1, losses.length / 4);
        return Arrays.stream(losses, from, losses.length).average().orElse(Double.NaN);
    }

    private static RateTrial trial(double rate, History history, double end, Verdict verdict) {
        double accuracy = history.data().validation().rows() > 0
                ? history.lastEpoch().validationAccuracy()
                : history.lastEpoch().trainAccuracy();
        return new RateTrial(
                rate, history.stepLosses()[0], end, accuracy, updateRatio(history.updateRatios()), verdict);
    }

    private static double updateRatio(UpdateRatios ratios) {
        double[] sorted = IntStream.range(0, ratios.weights().size())
                .mapToObj(ratios::ratios)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /**
     * The suggested learning rate.
     *
     * @throws IllegalStateException if there is no clear valley; the message says why and what to sweep instead
     */
    public double best() {
        if (suggestion.confidence() == 0) {
            throw new IllegalStateException(
                    "sweep: expected a clear valley of the loss, found that " + suggestion.reason());
        }
        return suggestion.learningRate();
    }

    /**
     * Several suggestions, that of {@link #best} first: the smallest rate with which the loss falls nearly as far as with any,
     * the rate with the lowest loss, and the one about which the loss falls most steeply. None is ever applied by itself.
     * Without a clear valley there is one, without a rate, that says why.
     */
    public List<Suggestion> suggestions() {
        return RateSuggestions.of(trials, suggestion);
    }

    /** The rate that ends with the lowest loss, or the {@linkplain #best() best} where the valley is clear. */
    public double lowest() {
        return suggestion.confidence() > 0
                ? suggestion.learningRate()
                : trials.stream()
                        .filter(t -> Double.isFinite(t.lastLoss()))
                        .min(Comparator.comparingDouble(RateTrial::lastLoss))
                        .orElse(trials.get(0))
                        .learningRate();
    }

    /** One row for each rate: learning_rate, first_loss, last_loss, accuracy, verdict. */
    @Override
    public Table table() {
        return Rows.of("Sweep", trials)
                .number("learning_rate", RateTrial::learningRate)
                .number("first_loss", RateTrial::firstLoss)
                .number("last_loss", RateTrial::lastLoss)
                .number("accuracy", RateTrial::accuracy)
                .text("verdict", RateTrial::verdict)
                .table();
    }

    /** Loss against learning rate on a logarithmic axis, a color for each verdict. */
    @Override
    public Plot plot() {
        double[] rates = trials.stream().mapToDouble(RateTrial::learningRate).toArray();
        double[] losses = trials.stream().mapToDouble(RateTrial::lastLoss).toArray();
        double ceiling =
                1.5 * trials.stream().mapToDouble(RateTrial::firstLoss).max().orElse(1);
        double[] shown = Arrays.stream(losses)
                .map(loss -> Double.isFinite(loss) ? Math.min(loss, ceiling) : ceiling)
                .toArray();
        Chart chart = Chart.of("Loss against learning rate")
                .x("learning rate")
                .y("loss after " + STEPS + " steps")
                .logX()
                .line("loss", rates, shown)
                .points(
                        rates,
                        shown,
                        trials.stream().map(t -> t.verdict().toString()).toList());
        return Plot.of(
                Arrays.equals(shown, losses)
                        ? chart
                        : chart.remark("Losses above " + Numbers.brief(ceiling) + " are drawn there."));
    }

    /** A line for each rate, and the suggestions. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%13s  %10s  %10s  %8s  %s", "learning rate", "first loss", "last loss", "accuracy", "verdict"));
        for (RateTrial t : trials) {
            text.append(String.format(
                    "%n%13s  %10s  %10s  %8s  %s",
                    Numbers.brief(t.learningRate()),
                    Numbers.brief(t.firstLoss()),
                    Numbers.brief(t.lastLoss()),
                    Double.isNaN(t.accuracy()) ? "–" : Numbers.brief(t.accuracy()),
                    t.verdict()));
        }
        suggestions().forEach(s -> text.append(System.lineSeparator()).append(s));
        return text.toString();
    }
}
