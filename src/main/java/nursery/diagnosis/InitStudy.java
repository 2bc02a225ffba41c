package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nursery.activations.Activation;
import nursery.initializers.Initializer;
import nursery.report.Chart;
import nursery.report.Panel;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * How well weights are drawn for a deep net: the lecture's tables on weight initialization.
 *
 * <pre>{@code
 * InitStudy.run(tanh(), normal(0.01), xavier())
 * }</pre>
 *
 * <p>Rows from N(0, 1) go forward through layers y = f(x W) of equal width, and a gradient from N(0, 1) goes back, in
 * float32. With a good initializer mean and deviation of the outputs, and the deviation of the gradients, stay alike from
 * layer to layer; where either falls to 0, dL/dW = xᵀ dL/dz falls to 0 as well.
 *
 * <p>An initializer that is a lambda is shown by its place, {@code initializer 2}; a record shows its own name.
 *
 * @param activation the function f
 * @param layers the layers for the first initializer, then those for the next
 */
public record InitStudy(Activation activation, List<InitLayer> layers) implements Result {

    /** Copies the list. */
    public InitStudy {
        layers = List.copyOf(layers);
    }

    /** Six layers of 4096 units and 16 rows, as in the lecture; takes about 450 MB of memory. */
    public static InitStudy run(Activation activation, Initializer... initializers) {
        return run(6, 4096, 16, 0, activation, initializers);
    }

    /**
     * A study of another size, such as 10 layers of 500 units and 1000 rows, those of the CS231n slides.
     *
     * @param layers how many layers, at least 1
     * @param units the width of the input and of every layer, at least 1
     * @param rows how many rows, at least 1
     * @param seed where rows, weights and the gradient come from
     * @throws IllegalArgumentException if a number is too small, or without an initializer
     */
    public static InitStudy run(
            int layers, int units, int rows, long seed, Activation activation, Initializer... initializers) {
        if (layers < 1 || units < 1 || rows < 1) {
            throw new IllegalArgumentException("InitStudy: expected at least 1 layer, 1 unit and 1 row, received "
                    + layers + ", " + units + " and " + rows);
        }
        if (initializers.length == 0) {
            throw new IllegalArgumentException(
                    "InitStudy: expected at least one initializer, received none; try normal(0.01), xavier()");
        }
        InitRun run = new InitRun(layers, units, rows, seed, activation);
        List<InitLayer> all = new ArrayList<>();
        for (int i = 0; i < initializers.length; i++) {
            String name = initializers[i].toString();
            String shown = name.contains("$$Lambda") ? "initializer " + (i + 1) : name;
            all.addAll(run.with(shown, initializers[i]));
        }
        return new InitStudy(activation, all);
    }

    /** The names of the initializers, in order. */
    private List<String> initializers() {
        return layers.stream().map(InitLayer::initializer).distinct().toList();
    }

    private List<InitLayer> of(String initializer) {
        return layers.stream().filter(l -> l.initializer().equals(initializer)).toList();
    }

    /** One row for each layer: initializer, layer, mean, std, zeros, saturated, gradient_std, weight_gradient_std. */
    @Override
    public Table table() {
        return Rows.of("Initialization before " + activation, layers)
                .text("initializer", InitLayer::initializer)
                .count("layer", InitLayer::layer)
                .number("mean", l -> l.outputs().mean())
                .number("std", l -> l.outputs().std())
                .number("zeros", l -> l.outputs().zeros())
                .number("saturated", l -> l.outputs().saturated())
                .number("gradient_std", InitLayer::gradientStd)
                .number("weight_gradient_std", InitLayer::weightGradientStd)
                .table();
    }

    /** Mean and deviation of outputs and gradients by layer, then a histogram of each layer's outputs. */
    @Override
    public Plot plot() {
        List<Panel> panels = new ArrayList<>();
        panels.add(byLayer("Mean of the outputs", l -> l.outputs().mean()));
        panels.add(byLayer("Deviation of the outputs", l -> l.outputs().std()));
        panels.add(byLayer("Deviation of dL/dy", InitLayer::gradientStd).logY());
        panels.add(byLayer("Deviation of dL/dW", InitLayer::weightGradientStd).logY());
        layers.forEach(l -> panels.add(l.outputs().histogram()));
        return new Plot(panels);
    }

    private Chart byLayer(String title, ToDoubleFunction<InitLayer> value) {
        Chart chart = Chart.of(title).x("layer");
        for (String name : initializers()) {
            List<InitLayer> own = of(name);
            chart = chart.line(
                    name,
                    own.stream().mapToDouble(InitLayer::layer).toArray(),
                    own.stream().mapToDouble(value).toArray());
        }
        return chart;
    }

    /** The table and the plot. */
    @Override
    public String html() {
        return Result.super.html() + plot().html();
    }

    /** For each initializer the lecture's lines: mean and deviation by layer, forward and backward. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Initialization before " + activation + ", layer by layer");
        for (String name : initializers()) {
            List<InitLayer> own = of(name);
            text.append(String.format("%n%s", name));
            text.append(String.format(
                    "%n  mean      %s", line("%+9.2f", own, l -> l.outputs().mean())));
            text.append(String.format(
                    "%n  std       %s", line("%9.2f", own, l -> l.outputs().std())));
            text.append(String.format("%n  std dL/dy %s", line("%9.1e", own, InitLayer::gradientStd)));
            text.append(String.format("%n  std dL/dW %s", line("%9.1e", own, InitLayer::weightGradientStd)));
        }
        return text.toString();
    }

    private static String line(String format, List<InitLayer> own, ToDoubleFunction<InitLayer> value) {
        return own.stream()
                .map(l -> String.format(Locale.ROOT, format, value.applyAsDouble(l)))
                .collect(Collectors.joining());
    }
}
