package nursery.training;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.optimizers.Schedule;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * Learning rates over the epochs of a training, to be looked at before it begins. A schedule that looks at the loss shows
 * the rate of a loss that keeps falling.
 *
 * <pre>{@code
 * LearningRates.of(decay(0.9), stepDecay(0.5, 10), inverseTimeDecay(0.1), cosine().warmUp(3)).plot()
 * }</pre>
 *
 * @param base the learning rate of the trainer
 * @param epochs how many epochs the training lasts
 * @param schedules the schedules
 */
public record LearningRates(double base, int epochs, List<Schedule> schedules) implements Result {
    private static final int EPOCHS = 30;
    private static final int POINTS_PER_EPOCH = 8;

    /** Copies the list. */
    public LearningRates {
        schedules = List.copyOf(schedules);
    }

    /** The rates of these schedules over 30 epochs, as shares of the base rate. */
    public static LearningRates of(Schedule... schedules) {
        return new LearningRates(1, EPOCHS, List.of(schedules));
    }

    /** One row for each schedule and epoch: schedule, epoch, learning_rate at the beginning of the epoch. */
    @Override
    public Table table() {
        record Row(Schedule schedule, int epoch) {}
        List<Row> rows = schedules.stream()
                .flatMap(s -> IntStream.range(0, epochs).mapToObj(e -> new Row(s, e)))
                .toList();
        return Rows.of("Learning rates", rows)
                .text("schedule", row -> name(row.schedule))
                .count("epoch", Row::epoch)
                .number("learning_rate", row -> row.schedule.rate(base, row.epoch, epochs))
                .table();
    }

    /** A line for each schedule. */
    @Override
    public Plot plot() {
        double[] at = IntStream.range(0, epochs * POINTS_PER_EPOCH)
                .mapToDouble(i -> (double) i / POINTS_PER_EPOCH)
                .toArray();
        Chart chart = Chart.of("Learning rate").x("epoch").y("learning rate");
        for (Schedule s : schedules) {
            double[] rates = IntStream.range(0, at.length)
                    .mapToDouble(i -> s.rate(base, at[i], epochs))
                    .toArray();
            chart = chart.line(name(s), at, rates);
        }
        return Plot.of(chart);
    }

    /** A schedule that is a lambda has no name of its own. */
    private static String name(Schedule s) {
        return s.getClass().isRecord() ? s.toString() : "schedule";
    }

    @Override
    public String html() {
        return plot().html();
    }

    /** A line for each schedule: its first rate, the rate in the middle, and the last. */
    @Override
    public String toString() {
        return String.join(
                "\n",
                Stream.concat(
                                Stream.of("learning rate over " + epochs + " epochs"),
                                schedules.stream()
                                        .map(s -> name(s) + ": " + Numbers.brief(s.rate(base, 0, epochs)) + ", "
                                                + Numbers.brief(s.rate(base, epochs / 2.0, epochs)) + ", "
                                                + Numbers.brief(s.rate(base, epochs - 1.0 / POINTS_PER_EPOCH, epochs))))
                        .toList());
    }
}
