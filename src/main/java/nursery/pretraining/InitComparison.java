package nursery.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.initializers.Initializer;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Progress;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.training.Epoch;
import nursery.training.History;
import nursery.training.TrainingRun;
import tech.tablesaw.api.Table;

/**
 * The same net trained from several starts: drawn by initializers, and pre-trained. The output layer, the order of rows and
 * the trainer are the same for all.
 *
 * <pre>{@code
 * InitComparison.run(pretraining.dbn(), Trainer.momentum(0.1).epochs(10), data, normal(0.01), xavier(), he())
 * }</pre>
 *
 * @param starts one for each start, the pre-trained one last; fewer than asked for after an interrupt
 * @param interrupted whether an interrupt ended it early
 */
public record InitComparison(List<Start> starts, boolean interrupted) implements Result {

    /**
     * One training.
     *
     * @param name the initializer, or {@code RBM}
     * @param epochs what each epoch came to
     */
    public record Start(String name, List<Epoch> epochs) {

        /** Copies the list. */
        public Start {
            epochs = List.copyOf(epochs);
        }

        /** The last epoch. */
        public Epoch lastEpoch() {
            return epochs.get(epochs.size() - 1);
        }
    }

    /** Copies the list. */
    public InitComparison {
        starts = List.copyOf(starts);
    }

    /**
     * Trains the net of {@code dbn} for the classes of the data from each start. The trainer's callbacks are left out; its
     * seed draws the initial weights. An interrupt ends it within one step and keeps the starts so far.
     */
    public static InitComparison run(Dbn dbn, Trainer trainer, Split data, Initializer... initializers) {
        Net net = dbn.net(data.train().classes());
        List<Start> starts = new ArrayList<>();
        try (var progress = new Progress("Comparison", initializers.length + 1)) {
            for (int i = 0; i <= initializers.length; i++) {
                progress.next();
                boolean drawn = i < initializers.length;
                Model model = drawn ? net.init(initializers[i]).init(trainer.seed()) : dbn.toModel(net, trainer.seed());
                History history = TrainingRun.trainUnnoticed(model, trainer.withoutCallbacks(), data);
                if (history.interrupted()) {
                    return new InitComparison(starts, true);
                }
                starts.add(new Start(drawn ? initializers[i].toString() : "RBM", history.epochs()));
            }
        }
        return new InitComparison(starts, false);
    }

    /** One row for each start and epoch: start, epoch, train_loss, validation_loss, validation_accuracy. */
    @Override
    public Table table() {
        record Row(String start, Epoch epoch) {}
        List<Row> rows = starts.stream()
                .flatMap(s -> s.epochs().stream().map(e -> new Row(s.name(), e)))
                .toList();
        return Rows.of("Starts of a deep sigmoid net", rows)
                .text("start", Row::start)
                .count("epoch", r -> r.epoch().epoch())
                .number("train_loss", r -> r.epoch().trainLoss())
                .number("validation_loss", r -> r.epoch().validationLoss())
                .number("validation_accuracy", r -> r.epoch().validationAccuracy())
                .table();
    }

    /** Training loss and validation accuracy by epoch, a line for each start. */
    @Override
    public Plot plot() {
        return Plot.of(
                curves("Training loss", Epoch::trainLoss), curves("Validation accuracy", Epoch::validationAccuracy));
    }

    private Chart curves(String title, ToDoubleFunction<Epoch> value) {
        Chart chart = Chart.of(title).x("epoch");
        for (Start s : starts) {
            chart = chart.line(
                    s.name(),
                    s.epochs().stream().mapToDouble(Epoch::epoch).toArray(),
                    s.epochs().stream().mapToDouble(value).toArray());
        }
        return chart;
    }

    /** A line for each start: loss and accuracy after the last epoch. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("start             train loss  validation loss  accuracy");
        for (Start s : starts) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-16s  %10.4f  %15.4f  %8.4f",
                    s.name(),
                    s.lastEpoch().trainLoss(),
                    s.lastEpoch().validationLoss(),
                    s.lastEpoch().validationAccuracy()));
        }
        return text.append(interrupted ? "\ninterrupted; run it again" : "").toString();
    }
}
