package nursery.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * Optimizers that went through the same {@link Playground}.
 *
 * @param playground the function and the start
 * @param walks one for each optimizer
 */
public record Race(Playground playground, List<Walk> walks) implements Result {
    private static final int POINTS = 300; // of a path that is drawn

    /** Copies the list. */
    public Race {
        walks = List.copyOf(walks);
    }

    /** Where each ended: optimizer, learning_rate, steps, gradients, x, y, value. */
    @Override
    public Table table() {
        return Rows.of("Race", walks)
                .text("optimizer", Walk::optimizer)
                .number("learning_rate", Walk::learningRate)
                .count("steps", w -> w.places().size() - 1)
                .count("gradients", Walk::evaluations)
                .number("x", w -> w.end().x())
                .number("y", w -> w.end().y())
                .number("value", w -> w.end().value())
                .table();
    }

    /** The paths over the contours of the function, and the value at each step. */
    @Override
    public Plot plot() {
        Chart paths = Chart.of(playground.name());
        Chart values = Chart.of("Value").x("step").y("f(x, y)");
        boolean positive = walks.stream().flatMap(w -> w.places().stream()).noneMatch(p -> p.value() <= 0);
        values = positive ? values.logY() : values;
        List<String> labels = Playground.labels(walks);
        for (int i = 0; i < walks.size(); i++) {
            List<Walk.Place> places = walks.get(i).places();
            int[] steps = drawn(places.size());
            paths = paths.line(
                    labels.get(i), numbers(places, steps, Walk.Place::x), numbers(places, steps, Walk.Place::y));
            values = values.line(
                    labels.get(i),
                    IntStream.of(steps).asDoubleStream().toArray(),
                    numbers(places, steps, Walk.Place::value));
        }
        return Plot.of(playground.contours(paths), values);
    }

    /** Every few steps and the last. */
    private static int[] drawn(int places) {
        int every = (places + POINTS - 1) / POINTS;
        return IntStream.range(0, places)
                .filter(i -> i % every == 0 || i == places - 1)
                .toArray();
    }

    private static double[] numbers(List<Walk.Place> places, int[] steps, ToDoubleFunction<Walk.Place> number) {
        return IntStream.of(steps).mapToObj(places::get).mapToDouble(number).toArray();
    }

    /** The table and the plot. */
    @Override
    public String html() {
        return Result.super.html() + plot().html();
    }

    /** The function, and a line for each optimizer. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(playground.toString());
        List<String> labels = Playground.labels(walks);
        for (int i = 0; i < walks.size(); i++) {
            Walk.Place end = walks.get(i).end();
            text.append("\n").append(labels.get(i)).append(": f(");
            text.append(Numbers.brief(end.x()))
                    .append(", ")
                    .append(Numbers.brief(end.y()))
                    .append(") = ");
            text.append(Numbers.brief(end.value()))
                    .append(" after ")
                    .append(walks.get(i).evaluations());
            text.append(" gradients");
        }
        return text.toString();
    }
}
