package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nursery.Predictor;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * Which class a model decides for at each place of the plane, under the rows that it is asked about. One that underfits
 * draws too plain a line; one that overfits winds around single rows.
 *
 * <pre>{@code
 * DecisionBoundary.of(history.model(), data).plot()
 *
 * under.plot().and(good.plot()).and(over.plot())
 * }</pre>
 *
 * @param title the headline
 * @param model what decides
 * @param data rows of two features with classes
 * @param remark how often it is right
 */
public record DecisionBoundary(String title, Predictor model, Dataset data, String remark) implements Result {
    private static final int GRID = 120; // places along each side
    private static final int ROWS = 1000; // drawn

    /** Looks at rows and outputs. */
    public DecisionBoundary {
        if (!data.classification() || !data.rowShape().equals(Shape.of(2)) || data.rows() == 0) {
            throw new IllegalArgumentException(
                    "decision boundary: expected rows of two features with classes, received "
                            + data.rows() + " rows of " + data.rowShape()
                            + (data.classification() ? " with classes" : " with numbers to predict")
                            + "; try Data.moons(200, 0.2, 7)");
        }
        if (!model.predict(data).allFinite()) {
            throw new IllegalArgumentException("decision boundary: expected finite outputs, received NaN or infinity;"
                    + " the model's training diverged, lower its learning rate");
        }
    }

    /** What {@code model} decides around these rows. */
    public static DecisionBoundary of(Predictor model, Dataset data) {
        return new DecisionBoundary("Decision boundary", model, data, "accuracy: " + right(model, "these rows", data));
    }

    /** What {@code model} decides around the training rows, with its accuracy on all parts. */
    public static DecisionBoundary of(Predictor model, Split data) {
        List<String> parts = new ArrayList<>(List.of(right(model, "train", data.train())));
        if (data.validation().rows() > 0) {
            parts.add(right(model, "validation", data.validation()));
        }
        if (data.test().rows() > 0) {
            parts.add(right(model, "test", data.test()));
        }
        return new DecisionBoundary("Decision boundary", model, data.train(), "accuracy: " + String.join(", ", parts));
    }

    private static String right(Predictor model, String part, Dataset data) {
        return part + " " + Numbers.format(model.accuracy(data), 3);
    }

    /** The same with another headline. */
    public DecisionBoundary titled(String headline) {
        return new DecisionBoundary(headline, model, data, remark);
    }

    /** One row for each row of the data: x, y, class, predicted. */
    @Override
    public Table table() {
        int[] predicted = classes(data.features());
        return Rows.of(title, IntStream.range(0, data.rows()).boxed().toList())
                .number("x", i -> data.features().get(i, 0))
                .number("y", i -> data.features().get(i, 1))
                .text("class", i -> data.classNames().get(data.label(i)))
                .text("predicted", i -> data.classNames().get(predicted[i]))
                .table();
    }

    /** The region of each class, and at most the first 1000 rows in the color of their own class. */
    @Override
    public Plot plot() {
        double[] x = ends(0);
        double[] y = ends(1);
        int[] decided = classes(grid(x, y));
        int[][] regions = IntStream.range(0, GRID)
                .mapToObj(row -> IntStream.range(0, GRID)
                        .map(column -> decided[row * GRID + column])
                        .toArray())
                .toArray(int[][]::new);
        Chart chart = Chart.of(title)
                .x(name(0))
                .y(name(1))
                .rangeX(x[0], x[1])
                .rangeY(y[0], y[1])
                .regions(data.classNames(), regions, x[0], x[1], y[0], y[1]);
        for (int c = 0; c < data.classes(); c++) {
            chart = chart.points(data.classNames().get(c), coordinates(0, c), coordinates(1, c));
        }
        return Plot.of(chart.remark(remark + "."));
    }

    private int[] classes(Tensor x) {
        Tensor y = model.predict(x);
        return IntStream.range(0, y.rows())
                .map(i -> y.columns() == 1 ? (y.get(i) > 0.5 ? 1 : 0) : y.argmax(i))
                .toArray();
    }

    /** Middles of cells, lowest row first. */
    private static Tensor grid(double[] x, double[] y) {
        Tensor places = Tensor.zeros(Shape.of(GRID * GRID, 2), Precision.FLOAT64);
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int at = 2 * (row * GRID + column);
                places.set(at, x[0] + (column + 0.5) * (x[1] - x[0]) / GRID);
                places.set(at + 1, y[0] + (row + 0.5) * (y[1] - y[0]) / GRID);
            }
        }
        return places;
    }

    /** The ends of a feature, and a little room. */
    private double[] ends(int feature) {
        var range = IntStream.range(0, data.rows())
                .mapToDouble(i -> data.features().get(i, feature))
                .summaryStatistics();
        double room = range.getMax() > range.getMin() ? 0.08 * (range.getMax() - range.getMin()) : 1;
        return new double[] {range.getMin() - room, range.getMax() + room};
    }

    private double[] coordinates(int feature, int label) {
        return IntStream.range(0, Math.min(ROWS, data.rows()))
                .filter(i -> data.label(i) == label)
                .mapToDouble(i -> data.features().get(i, feature))
                .toArray();
    }

    private String name(int feature) {
        return data.featureNames().isEmpty()
                ? "x" + feature
                : data.featureNames().get(feature);
    }

    /** Headline and accuracy. */
    @Override
    public String toString() {
        return title + ": " + remark;
    }
}
