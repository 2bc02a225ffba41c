package nursery.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;

/** Bars from zero up (or down), such as the counts of a histogram: bar i reaches from edge i to edge i + 1, less a gap. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record BarSeries(String name, double[] edges, double[] heights, double gap) implements Series {

    BarSeries {
        if (edges.length != heights.length + 1) {
            throw new IllegalArgumentException("bars \"" + name + "\": expected one edge more than bars, received "
                    + edges.length + " edges for " + heights.length + " bars");
        }
        edges = edges.clone();
        heights = heights.clone();
    }

    /** Counts finite values in {@code bins} equal bins between the smallest and the largest. */
    static BarSeries histogram(String name, double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException(
                    "histogram \"" + name + "\": expected at least one bin, received " + bins);
        }
        var extent = Extent.of(Axis.PLAIN, values);
        if (extent.isEmpty()) {
            return new BarSeries(name, new double[1], new double[0], 0);
        }
        var room = extent.low() == extent.high() ? extent.padded(Axis.PLAIN, 0) : extent;
        double width = room.high() / bins - room.low() / bins;
        double[] counts = new double[bins];
        for (double value : values) {
            if (Double.isFinite(value)) {
                counts[Math.min((int) (value / width - room.low() / width), bins - 1)]++;
            }
        }
        double[] edges = IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> room.low() + i * width)
                .toArray();
        return new BarSeries(name, edges, counts, 0.03);
    }

    @Override
    public String summary() {
        var finite = Extent.of(Axis.PLAIN, heights);
        if (finite.isEmpty()) {
            return "no data";
        }
        return heights.length + " bars from " + Numbers.brief(edges[0]) + " to "
                + Numbers.brief(edges[edges.length - 1]) + ", heights " + Numbers.brief(finite.low()) + " to "
                + Numbers.brief(finite.high());
    }

    @Override
    public String caption(Axis x, Axis y) {
        return new Points(centers(), heights).missing(x, y);
    }

    @Override
    public double[] xs() {
        return heights.length == 0 ? new double[0] : edges;
    }

    @Override
    public double[] ys() {
        return heights.length == 0
                ? heights
                : DoubleStream.concat(DoubleStream.of(0), Arrays.stream(heights))
                        .toArray();
    }

    /** Up and down at five places of each bar. */
    @Override
    public double[][] ink() {
        double[][] ink = new double[2][15 * heights.length];
        for (int i = 0; i < ink[0].length; i++) {
            int bar = i / 15;
            int quarter = i % 15 / 3;
            ink[0][i] = edges[bar] + 0.25 * quarter * (edges[bar + 1] - edges[bar]);
            ink[1][i] = i % 3 == 1 ? heights[bar] : 0;
        }
        return ink;
    }

    @Override
    public boolean fillsX() {
        return true;
    }

    @Override
    public void draw(SvgPlane plane, int index) {
        double ground = Math.max(plane.y().low(), Math.min(0, plane.y().high()));
        double base = plane.y().at(plane.y().axis().log() ? plane.y().low() : ground);
        for (int i = 0; i < heights.length; i++) {
            double left = plane.x().at(edges[i]);
            double right = plane.x().at(edges[i + 1]);
            double top = plane.y().at(heights[i]);
            if (!Double.isNaN(left) && !Double.isNaN(right) && !Double.isNaN(top)) {
                String look = "fill=\"" + Palette.color(name, index) + "\" fill-opacity=\"0.8\"";
                double space = gap / 2 * (right - left);
                plane.rect(left + space, Math.min(top, base), right - left - 2 * space, Math.abs(base - top), look);
            }
        }
    }

    @Override
    public void key(SvgPlane plane, int index, double x, double y) {
        plane.rect(x, y - 5, 10, 10, "fill=\"" + Palette.color(name, index) + "\" fill-opacity=\"0.8\"");
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        Object[] places = Arrays.stream(centers()).boxed().toArray();
        var trace = BarTrace.builder(places, heights)
                .marker(Marker.builder().color(Palette.color(name, index)).build())
                .opacity(0.8)
                .name(PlotlyText.quoted(name))
                .showLegend(!name.isEmpty())
                .build();
        double[] widths = IntStream.range(0, heights.length)
                .mapToDouble(i -> (edges[i + 1] - edges[i]) * (1 - gap))
                .toArray();
        return List.of(new PlotlyTrace(trace, Map.of("width", widths)));
    }

    private double[] centers() {
        return IntStream.range(0, heights.length)
                .mapToDouble(i -> edges[i] / 2 + edges[i + 1] / 2)
                .toArray();
    }
}
