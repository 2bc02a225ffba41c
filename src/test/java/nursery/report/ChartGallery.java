package nursery.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;

/**
 * One page with every kind of chart, to be looked at: {@code ChartGallery page.html} writes it, and the scripts in
 * {@code src/test/browser} open it.
 */
final class ChartGallery {

    /** How many charts of the page Plotly has to draw. */
    static final int CHARTS = 23;

    /** How many stay static, because plotly.js is packed without their kind. */
    static final int STILL = 1;

    private final Random random = new Random(231);

    private ChartGallery() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), page());
    }

    static String page() {
        PlotlyLoader.reset();
        var gallery = new ChartGallery();
        var html =
                new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>Charts</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><style>body{font-family:sans-serif;margin:12px}"
                        + "@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}}</style>"
                        // stands for RequireJS, which a classic Notebook and an exported page have
                        + "<script>var define=function(){throw new Error('Mismatched anonymous define()')};define.amd={};</script>"
                        + "</head><body>");
        gallery.all().forEach(shown -> html.append(shown.html()).append("<hr>"));
        return html.append("</body></html>").toString();
    }

    List<Displayable> all() {
        var all = new ArrayList<Displayable>();
        all.add(lossAndAccuracy());
        all.add(Plot.of(sweep(), updateRatio()));
        all.add(Plot.of(IntStream.rangeClosed(1, 6).mapToObj(this::layer).toArray(Panel[]::new)));
        all.add(Plot.of(boundary(), confusion()));
        all.add(Plot.of(diverged(), empty(), Chart.of("All values NaN").line("train", new double[] {
            Double.NaN, Double.NaN
        })));
        all.add(Plot.of(longSeries()));
        all.add(Plot.of(search(), bars()));
        all.add(Plot.of(digits()));
        all.add(Plot.of(strange()));
        all.add(FigureHtml.of(LinePlot.create("Tablesaw's own line", people(), "epoch", "loss")));
        all.add(FigureHtml.of(ScatterPlot.create("Tablesaw's own scatter", people(), "epoch", "loss", "kind")));
        all.add(FigureHtml.of(PiePlot.create("Tablesaw's own pie", people(), "kind", "loss")));
        all.add(FigureHtml.of(BoxPlot.create("Tablesaw's own boxes", people(), "kind", "loss")));
        all.add(FigureHtml.of(Scatter3DPlot.create("3D stays static", people(), "epoch", "loss", "rate")));
        all.add(TableHtml.of(people()));
        return all;
    }

    private double[] steps(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    private double[] falling(int n, double from, double rate, double noise) {
        return IntStream.range(0, n)
                .mapToDouble(i -> from * Math.exp(-rate * i) + 0.1 + noise * random.nextGaussian())
                .toArray();
    }

    private double[] normal(int n, double mean, double std) {
        return IntStream.range(0, n)
                .mapToDouble(i -> mean + std * random.nextGaussian())
                .toArray();
    }

    private Plot lossAndAccuracy() {
        double[] epochs = steps(10);
        return Plot.of(
                Chart.of("Loss")
                        .x("epoch")
                        .y("loss")
                        .line("train", epochs, falling(10, 2.2, 0.5, 0.01))
                        .line("validation", epochs, falling(10, 2.1, 0.4, 0.03))
                        .note(7, 0.28, "lowest validation loss"),
                Chart.of("Accuracy")
                        .x("epoch")
                        .y("share of rows right")
                        .line(
                                "train",
                                epochs,
                                Arrays.stream(falling(10, -0.8, 0.6, 0.01))
                                        .map(v -> v + 0.87)
                                        .toArray())
                        .line(
                                "validation",
                                epochs,
                                Arrays.stream(falling(10, -0.7, 0.5, 0.01))
                                        .map(v -> v + 0.83)
                                        .toArray()));
    }

    private Chart sweep() {
        double[] rates = IntStream.range(0, 15)
                .mapToDouble(i -> Math.pow(10, -6 + i * 0.5))
                .toArray();
        double[] losses = {
            2.302, 2.302, 2.301, 2.298, 2.28, 2.1, 1.4, 0.8, 0.45, 0.35, 0.4, 1.9, 2.9, Double.NaN, Double.NaN
        };
        List<String> verdicts = IntStream.range(0, 15)
                .mapToObj(i -> i < 5 ? "too low" : i < 11 ? "good" : i < 13 ? "too high" : "diverged")
                .toList();
        return Chart.of("Loss after one epoch by learning rate")
                .x("learning rate")
                .y("loss")
                .logX()
                .points(rates, losses, verdicts)
                .bandX(3e-3, 3e-3, "suggested")
                .remark("2 rates diverged and have no point.");
    }

    private Chart updateRatio() {
        double[] steps = steps(120);
        return Chart.of("Update ratio")
                .x("step")
                .y("|ΔW| / |W|")
                .logY()
                .band(5e-4, 2e-3, "healthy")
                .line(
                        "dense 1",
                        steps,
                        Arrays.stream(falling(120, 0.02, 0.05, 0))
                                .map(v -> (v - 0.099) * (1 + 0.2 * random.nextGaussian()))
                                .toArray())
                .line(
                        "dense 2",
                        steps,
                        Arrays.stream(falling(120, 0.05, 0.03, 0))
                                .map(v -> (v - 0.0995) * (1 + 0.2 * random.nextGaussian()))
                                .toArray());
    }

    private Chart layer(int number) {
        return Chart.of("Layer " + number)
                .x("activation")
                .histogram(
                        "",
                        Arrays.stream(normal(4000, 0, Math.pow(0.7, number)))
                                .map(Math::tanh)
                                .toArray(),
                        30);
    }

    private Chart boundary() {
        int[][] regions = new int[60][80];
        for (int row = 0; row < 60; row++) {
            for (int column = 0; column < 80; column++) {
                double x = column / 40.0 - 1;
                double y = row / 30.0 - 1;
                regions[row][column] = Math.floorMod(Math.round((Math.atan2(y, x) + 3 * Math.hypot(x, y)) / 2.1), 3);
            }
        }
        double[] xs = normal(90, 0, 0.4);
        double[] ys = normal(90, 0, 0.4);
        List<String> classes = IntStream.range(0, 90)
                .mapToObj(i -> "class "
                        + Math.floorMod(Math.round((Math.atan2(ys[i], xs[i]) + 3 * Math.hypot(xs[i], ys[i])) / 2.1), 3))
                .toList();
        return Chart.of("What the net decides")
                .x("x1")
                .y("x2")
                .regions(List.of("class 0", "class 1", "class 2"), regions, -1, 1, -1, 1)
                .points(xs, ys, classes);
    }

    private Chart confusion() {
        var names = IntStream.range(0, 5).mapToObj(i -> "digit " + i).toList();
        double[][] counts = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                counts[i][j] = i == j ? 90 + i : random.nextInt(9);
            }
        }
        return Chart.of("Confusion").x("predicted").y("actual").matrix("rows", names, names, counts);
    }

    private Chart diverged() {
        double[] losses = {2.3, 2.5, 4.1, 60, 1e4, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN};
        return Chart.of("Diverged").x("step").y("loss").logY().line("train", losses);
    }

    private static Chart empty() {
        return Chart.of("Nothing yet").x("epoch").y("loss").line("train", new double[0]);
    }

    private Chart longSeries() {
        double[] values = falling(20_000, 2.2, 0.0004, 0.1);
        values[12_345] = 4;
        IntStream.range(6000, 6400).forEach(i -> values[i] = Double.NaN);
        return Chart.of("20,000 steps").x("step").y("loss").line("each batch", values);
    }

    private Chart search() {
        double[] rates = IntStream.range(0, 40)
                .mapToDouble(i -> Math.pow(10, -6 + 5 * random.nextDouble()))
                .toArray();
        double[] l2 = IntStream.range(0, 40)
                .mapToDouble(i -> Math.pow(10, -6 + 6 * random.nextDouble()))
                .toArray();
        double[] accuracy = IntStream.range(0, 40)
                .mapToDouble(i -> i == 3
                        ? Double.NaN
                        : 0.95 - 0.05 * Math.abs(Math.log10(rates[i]) + 3) - 0.02 * Math.abs(Math.log10(l2[i]) + 4))
                .toArray();
        return Chart.of("Random search")
                .x("lr")
                .y("l2")
                .logX()
                .logY()
                .shaded("validation accuracy", rates, l2, accuracy);
    }

    private static Chart bars() {
        return Chart.of("Mean activation by layer")
                .x("layer")
                .y("mean")
                .bars("mean", List.of("dense(100)", "relu", "dense(50)", "relu", "dense(10)"), new double[] {
                    0.4, 0.9, -0.2, 0.3, -0.6
                });
    }

    private ImageGrid digits() {
        var grid = ImageGrid.of("Filters & digits");
        for (int n = 0; n < 12; n++) {
            double[] pixels = new double[28 * 28];
            for (int i = 0; i < pixels.length; i++) {
                double x = i % 28 - 14;
                double y = i / 28 - 14;
                pixels[i] = Math.exp(-Math.pow(Math.hypot(x, y) - n, 2) / 4);
            }
            grid = grid.image("ring " + n, 1, 28, 28, pixels);
        }
        return grid.stretched("color", 3, 8, 8, normal(192, 0, 1));
    }

    private static Chart strange() {
        return Chart.of("<b>O'Hara & Sons</b> \"\\ </script><script>alert(1)</script>")
                .x("it's <x> \\")
                .y("y & z")
                .line("a'b\\", new double[] {1, 2, 3})
                .line(
                        "<i>slanted</i> and with a name that is a good deal longer than any legend has room for",
                        new double[] {3, 1, 2})
                .band(1.2, 1.8, "<script>")
                .note(1, 2, "a < b & c");
    }

    private Table people() {
        return Table.create(
                "Runs <&>",
                IntColumn.create("epoch", IntStream.range(0, 25).toArray()),
                DoubleColumn.create("loss", falling(25, 2, 0.2, 0.01)),
                DoubleColumn.create(
                        "rate",
                        IntStream.range(0, 25)
                                .mapToDouble(i -> Math.pow(10, -i))
                                .toArray()),
                StringColumn.create(
                        "kind",
                        IntStream.range(0, 25)
                                .mapToObj(i -> i % 2 == 0 ? "even" : "odd")
                                .toList()),
                StringColumn.create(
                        "status",
                        IntStream.range(0, 25)
                                .mapToObj(i -> List.of("pass", "warn", "fail", "diverged", "<i>")
                                        .get(i % 5))
                                .toList()));
    }
}
