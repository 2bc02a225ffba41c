package nursery.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.training.Epoch;
import nursery.training.History;
import nursery.training.UpdateRatios;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A history as a table, a plot and a text. */
public final class HistoryReport {
    private static final int FEW_EPOCHS = 2; // so few that a curve by epoch would be no curve

    private HistoryReport() {}

    /** One row for each epoch and split. */
    public static Table table(History history) {
        Table table = Table.create(
                "History",
                IntColumn.create("epoch"),
                StringColumn.create("split"),
                DoubleColumn.create("loss"),
                DoubleColumn.create("accuracy"),
                DoubleColumn.create("learning_rate"),
                DoubleColumn.create("update_ratio"),
                DoubleColumn.create("seconds"));
        for (Epoch e : history.epochs()) {
            append(table, e, "train", e.trainLoss(), e.trainAccuracy());
            append(table, e, "validation", e.validationLoss(), e.validationAccuracy());
        }
        return table;
    }

    private static void append(Table table, Epoch e, String split, double loss, double accuracy) {
        table.intColumn("epoch").append(e.epoch());
        table.stringColumn("split").append(split);
        table.doubleColumn("loss").append(loss);
        table.doubleColumn("accuracy").append(accuracy);
        table.doubleColumn("learning_rate").append(e.learningRate());
        table.doubleColumn("update_ratio").append(e.updateRatio());
        table.doubleColumn("seconds").append(e.seconds());
    }

    /** Loss, accuracy for classes, and the update ratio by step with its healthy band. */
    public static Plot plot(History history) {
        Chart loss = Chart.of("Loss").x("epoch").y("loss");
        loss = history.epochs().size() <= FEW_EPOCHS
                ? loss.line("each step", stepsAsEpochs(history), history.stepLosses())
                : loss;
        loss = curves(loss, history, Epoch::trainLoss, Epoch::validationLoss);
        Chart ratio = ratios(history.updateRatios());
        if (!history.data().train().classification()) {
            return Plot.of(loss, ratio);
        }
        Chart accuracy = curves(
                Chart.of("Accuracy").x("epoch").y("share of rows right"),
                history,
                Epoch::trainAccuracy,
                Epoch::validationAccuracy);
        return Plot.of(loss, accuracy, ratio);
    }

    private static Chart curves(
            Chart chart, History history, ToDoubleFunction<Epoch> train, ToDoubleFunction<Epoch> validation) {
        List<Epoch> epochs = history.epochs();
        double[] x = epochs.stream().mapToDouble(Epoch::epoch).toArray();
        Chart drawn = chart.line("train", x, epochs.stream().mapToDouble(train).toArray());
        return history.data().validation().rows() == 0
                ? drawn
                : drawn.line(
                        "validation", x, epochs.stream().mapToDouble(validation).toArray());
    }

    private static double[] stepsAsEpochs(History history) {
        return IntStream.range(0, history.steps())
                .mapToDouble(i -> (double) i / history.stepsPerEpoch())
                .toArray();
    }

    private static Chart ratios(UpdateRatios ratios) {
        Chart chart = Chart.of("Update ratio").x("step").y("|ΔW| / |W|").logY().band(3e-4, 3e-3, "about 1e-3");
        for (int i = 0; i < ratios.weights().size(); i++) {
            chart = chart.line(ratios.weights().get(i), ratios.steps(), ratios.ratios(i));
        }
        return chart;
    }

    /** A line for each epoch, and why the training stopped. */
    public static String text(History history) {
        StringBuilder text = new StringBuilder(
                "epoch  train loss  accuracy  validation loss  accuracy  learning rate  update ratio\n");
        for (Epoch e : history.epochs()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%5d  %10s  %8s  %15s  %8s  %13s  %12s%n",
                    e.epoch(),
                    number("%.4f", e.trainLoss()),
                    number("%.4f", e.trainAccuracy()),
                    number("%.4f", e.validationLoss()),
                    number("%.4f", e.validationAccuracy()),
                    number("%.3g", e.learningRate()),
                    number("%.1e", e.updateRatio())));
        }
        history.stopReason()
                .ifPresent(reason -> text.append("stopped: ").append(reason).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String number(String format, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, value < 1e5 ? format : "%.2e", value);
    }
}
