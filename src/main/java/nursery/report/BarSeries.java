package nursery.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;

/**
 * Bars from zero up (or down), such as the counts of a histogram: bar i has its column from edge i to edge i + 1.
 *
 * @param name what is measured
 * @param edges one more than bars, rising
 * @param heights the values
 * @param lefts where each bar begins, as a share of its column
 * @param rights where each bar ends, as a share of its column
 * @param shares whether bars of other series of this kind stand beside it in its column
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record BarSeries(String name, double[] edges, double[] heights, double[] lefts, double[] rights, boolean shares)
        implements Series {

    private static final double GAP = 0.2; // between categories
    private static final int STROKES = 5;

    BarSeries {
        if (edges.length != heights.length + 1) {
            throw new IllegalArgumentException("bars \"" + name + "\": expected one edge more than bars, received "
                    + edges.length + " edges for " + heights.length + " bars");
        }
        edges = edges.clone();
        heights = heights.clone();
        lefts = lefts.clone();
        rights = rights.clone();
    }

    /** Bars as wide as their columns, but for a thin gap. */
    BarSeries(String name, double[] edges, double[] heights) {
        this(name, edges, heights, filled(heights.length, 0.015), filled(heights.length, 0.985), false);
    }

    /** One bar around each of the places 0, 1, 2 … */
    static BarSeries ofCategories(String name, double[] heights) {
        int n = heights.length;
        double[] edges = IntStream.rangeClosed(0, n).mapToDouble(i -> i - 0.5).toArray();
        return new BarSeries(name, edges, heights, filled(n, GAP / 2), filled(n, 1 - GAP / 2), true);
    }

    /** Divides each column among the bars of categories that have a height in it. */
    static List<Series> sideBySide(List<Series> series) {
        var sharing = series.stream()
                .filter(s -> s instanceof BarSeries bars && bars.shares)
                .map(BarSeries.class::cast)
                .toList();
        return series.stream()
                .<Series>map(s -> s instanceof BarSeries bars && bars.shares ? bars.beside(sharing) : s)
                .toList();
    }

    private BarSeries beside(List<BarSeries> all) {
        double[] from = lefts.clone();
        double[] to = rights.clone();
        for (int i = 0; i < heights.length; i++) {
            int column = i;
            var standing = all.stream().filter(b -> b.stands(column)).toList();
            int place = standing.indexOf(this);
            if (place >= 0) {
                double width = (1 - GAP) / standing.size();
                from[i] = GAP / 2 + place * width;
                to[i] = from[i] + width;
            }
        }
        return new BarSeries(name, edges, heights, from, to, true);
    }

    private boolean stands(int column) {
        return column < heights.length && heights[column] != 0 && Double.isFinite(heights[column]);
    }

    private static double[] filled(int length, double value) {
        double[] all = new double[length];
        Arrays.fill(all, value);
        return all;
    }

    /** Counts finite values in {@code bins} equal bins between the smallest and the largest. */
    static BarSeries histogram(String name, double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException(
                    "histogram \"" + name + "\": expected at least one bin, received " + bins);
        }
        var extent = Extent.of(Axis.PLAIN, values);
        if (extent.isEmpty()) {
            return new BarSeries(name, new double[1], new double[0]);
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
        return new BarSeries(name, edges, counts);
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

    /** Strokes up and down, from the left of each bar to its right. */
    @Override
    public double[][] ink() {
        int points = STROKES * 3;
        double[][] ink = new double[2][points * heights.length];
        for (int i = 0; i < ink[0].length; i++) {
            int bar = i / points;
            int stroke = i % points / 3;
            double share = stroke / (STROKES - 1.0);
            ink[0][i] = at(bar, lefts) * (1 - share) + at(bar, rights) * share;
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
            double left = plane.x().at(at(i, lefts));
            double right = plane.x().at(at(i, rights));
            double top = plane.y().at(heights[i]);
            if (!Double.isNaN(left) && !Double.isNaN(right) && !Double.isNaN(top)) {
                String look = "fill=\"" + Palette.color(name, index) + "\" fill-opacity=\"0.8\"";
                plane.rect(left, Math.min(top, base), right - left, Math.abs(base - top), look);
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
                .mapToDouble(i -> at(i, rights) - at(i, lefts))
                .toArray();
        return List.of(new PlotlyTrace(trace, Map.of("width", widths)));
    }

    private double[] centers() {
        return IntStream.range(0, heights.length)
                .mapToDouble(i -> at(i, lefts) / 2 + at(i, rights) / 2)
                .toArray();
    }

    private double at(int bar, double[] shares) {
        return edges[bar] * (1 - shares[bar]) + edges[bar + 1] * shares[bar];
    }
}
