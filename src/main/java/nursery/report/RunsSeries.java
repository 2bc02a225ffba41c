package nursery.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;

/**
 * The same measured several times, such as with other seeds: the median as a line, and a shaded band from the lowest to
 * the highest. A place where a run is not finite has no band.
 *
 * @param name what is measured
 * @param x horizontal places
 * @param runs for each run a value at each place
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record RunsSeries(String name, double[] x, double[][] runs) implements Series {
    private static final double OPACITY = 0.2;

    RunsSeries {
        if (runs.length == 0) {
            throw new IllegalArgumentException("runs \"" + name + "\": expected at least one run, received none");
        }
        for (double[] run : runs) {
            if (run.length != x.length) {
                throw new IllegalArgumentException("runs \"" + name + "\": expected " + x.length
                        + " values in each run, one for each x, received " + run.length);
            }
        }
        x = x.clone();
        runs = Stream.of(runs).map(double[]::clone).toArray(double[][]::new);
    }

    private double[] atEachPlace(ToDoubleFunction<double[]> number) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> number.applyAsDouble(
                        Arrays.stream(runs).mapToDouble(run -> run[i]).sorted().toArray()))
                .toArray();
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private double[] low() {
        return atEachPlace(sorted -> Double.isFinite(sorted[sorted.length - 1]) ? sorted[0] : Double.NaN);
    }

    private double[] high() {
        return atEachPlace(sorted -> Double.isFinite(sorted[0]) ? sorted[sorted.length - 1] : Double.NaN);
    }

    private LineSeries middle() {
        return new LineSeries(name, new Points(x, atEachPlace(RunsSeries::median)));
    }

    @Override
    public String summary() {
        String spread = x.length == 0
                ? ""
                : ", from " + Numbers.brief(low()[x.length - 1]) + " to " + Numbers.brief(high()[x.length - 1])
                        + " at the end";
        return "median of " + runs.length + " runs, " + middle().summary() + spread;
    }

    @Override
    public String caption(Axis xAxis, Axis yAxis) {
        String missing = middle().caption(xAxis, yAxis);
        String what =
                runs.length == 1 ? "one run" : "median of " + runs.length + " runs, from the lowest to the highest";
        return missing.isEmpty() ? what : what + "; " + missing;
    }

    @Override
    public double[][] ink() {
        return middle().ink();
    }

    @Override
    public double[] xs() {
        return x.clone();
    }

    @Override
    public double[] ys() {
        return Arrays.stream(runs).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Round each stretch of the band: along the lowest and back along the highest; gaps between stretches. */
    private Points border() {
        double[] lows = low();
        double[] highs = high();
        double[] xs = new double[3 * x.length];
        double[] ys = new double[3 * x.length];
        int n = 0;
        for (int from = 0; from < x.length; from++) {
            int to = from;
            while (to < x.length && Double.isFinite(lows[to]) && Double.isFinite(highs[to])) {
                xs[n] = x[to];
                ys[n++] = lows[to++];
            }
            for (int i = to - 1; i >= from; i--) {
                xs[n] = x[i];
                ys[n++] = highs[i];
            }
            if (to > from && to < x.length) {
                xs[n] = Double.NaN;
                ys[n++] = Double.NaN;
            }
            from = to;
        }
        return new Points(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n));
    }

    @Override
    public void draw(SvgPlane plane, int index) {
        var border = border();
        var path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < border.size(); i++) {
            double px = plane.x().at(border.x()[i]);
            double py = plane.y().at(border.y()[i]);
            boolean gap = Double.isNaN(border.x()[i]);
            boolean here = !gap && !Double.isNaN(px) && !Double.isNaN(py);
            if (here) {
                path.append(down ? 'L' : 'M');
                SvgPlane.appendPixels(path, px);
                path.append(' ');
                SvgPlane.appendPixels(path, py);
            }
            down = here || (down && !gap);
        }
        String look = "\" fill=\"" + Palette.color(name, index) + "\" fill-opacity=\"" + OPACITY + "\"/>";
        plane.add("<path d=\"", path, look);
        middle().draw(plane, index);
    }

    @Override
    public void key(SvgPlane plane, int index, double atX, double atY) {
        middle().key(plane, index, atX, atY);
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        var border = border();
        int rgb = Palette.rgb(Palette.color(name, index));
        String fill = "rgba(" + (rgb >> 16) + "," + ((rgb >> 8) & 255) + "," + (rgb & 255) + "," + OPACITY + ")";
        var band = ScatterTrace.builder(border.x(), border.y())
                .mode(ScatterTrace.Mode.LINE)
                .line(Line.builder().width(0).build())
                .showLegend(false)
                .build();
        Map<String, Object> filled = Map.of("fill", "toself", "fillcolor", fill, "hoverinfo", "skip");
        return Stream.concat(Stream.of(new PlotlyTrace(band, filled)), middle().traces(index).stream())
                .toList();
    }
}
