package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.activations.Activation;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * Activation functions and their derivatives from -10 to 10, in float64: what a notebook shows for {@code relu()}, and for
 * several side by side:
 *
 * <pre>{@code
 * ActivationCurves.of(sigmoid(), tanh(), relu(), leakyRelu(), elu(), gelu())
 * }</pre>
 *
 * @param points of the first function from -10 to 10 in steps of 0.1, then those of the next
 */
public record ActivationCurves(List<Point> points) implements Result {
    private static final int HALF = 100;
    private static final double[] X =
            IntStream.rangeClosed(-HALF, HALF).mapToDouble(i -> i / 10.0).toArray();
    private static final double SHOWN = 5; // a chart leaves out the far ends

    /**
     * A point of a function.
     *
     * @param name of the function
     * @param x the input
     * @param value f(x)
     * @param derivative f'(x)
     */
    public record Point(String name, double x, double value, double derivative) {}

    /** Copies the list. */
    public ActivationCurves {
        points = List.copyOf(points);
    }

    /** The curves of functions. */
    public static ActivationCurves of(Activation... functions) {
        return of(Stream.of(functions).map(Activate::new).toArray(Layer[]::new));
    }

    /**
     * The curves of layers that take a row of one number to one number, such as {@code new Prelu()} or {@code new
     * Maxout(1)}, in evaluation and with parameters as they start.
     */
    public static ActivationCurves of(Layer... layers) {
        return new ActivationCurves(
                Arrays.stream(layers).flatMap(ActivationCurves::curve).toList());
    }

    private static Stream<Point> curve(Layer layer) {
        Tensor x = Tensor.of(X.clone(), Shape.of(X.length, 1));
        LayerRun run = new LayerRun(layer, x);
        Tensor y = run.forward(false);
        Tensor ones = Tensor.zeros(x.shape(), Precision.FLOAT64);
        ones.fill(1);
        Tensor slope = run.backward(ones);
        return IntStream.range(0, X.length).mapToObj(i -> new Point(layer.toString(), X[i], y.get(i), slope.get(i)));
    }

    private List<String> names() {
        return points.stream().map(Point::name).distinct().toList();
    }

    private List<Point> of(String name) {
        return points.stream().filter(p -> p.name().equals(name)).toList();
    }

    /** One row for each point: activation, x, value, derivative. */
    @Override
    public Table table() {
        return Rows.of("Activation functions", points)
                .text("activation", Point::name)
                .number("x", Point::x)
                .number("value", Point::value)
                .number("derivative", Point::derivative)
                .table();
    }

    /** The functions from -5 to 5, and their derivatives beside them. */
    @Override
    public Plot plot() {
        return Plot.of(chart("f(x)", Point::value), chart("f'(x)", Point::derivative));
    }

    private Chart chart(String what, ToDoubleFunction<Point> value) {
        List<String> names = names();
        Chart chart = Chart.of(what + (names.size() == 1 ? " of " + names.get(0) : ""))
                .x("x")
                .y(what);
        for (String name : names) {
            List<Point> shown =
                    of(name).stream().filter(p -> Math.abs(p.x()) <= SHOWN).toList();
            chart = chart.line(
                    name,
                    shown.stream().mapToDouble(Point::x).toArray(),
                    shown.stream().mapToDouble(value).toArray());
        }
        return chart;
    }

    /** The plot. */
    @Override
    public String html() {
        return plot().html();
    }

    /** For each function f and f' at -10, 0 and 10. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%-16s %9s %9s %9s %9s %9s %9s", "", "f(-10)", "f(0)", "f(10)", "f'(-10)", "f'(0)", "f'(10)"));
        for (String name : names()) {
            text.append(String.format("%n%-16s", name));
            List<Point> three = Stream.of(0, HALF, 2 * HALF).map(of(name)::get).toList();
            three.forEach(p -> text.append(String.format(Locale.ROOT, " %9.3g", p.value())));
            three.forEach(p -> text.append(String.format(Locale.ROOT, " %9.3g", p.derivative())));
        }
        return text.toString();
    }
}
