package nursery.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;

/**
 * Lines of equal value over a rectangle, in grey, for other series to be drawn on.
 *
 * @param z values by row and column of a grid whose outer points lie on the edges; row 0 lies at the bottom
 * @param levels the values that have a line
 * @param x ends of the grid along x
 * @param y ends of the grid along y
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record ContourSeries(double[][] z, double[] levels, Extent x, Extent y) implements Series {
    private static final String GREY = "#bdbdbd";
    private static final double STEPS = 10_000;

    ContourSeries {
        for (double[] row : z) {
            if (row.length != z[0].length) {
                throw new IllegalArgumentException(
                        "contours: expected rows of one length, received " + z[0].length + " and " + row.length);
            }
        }
        z = Arrays.stream(z).map(double[]::clone).toArray(double[][]::new);
        levels = levels.clone();
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String summary() {
        return levels.length == 0
                ? "no contours"
                : levels.length + " contours, " + Numbers.brief(levels[0]) + " to "
                        + Numbers.brief(levels[levels.length - 1]);
    }

    @Override
    public String caption(Axis xAxis, Axis yAxis) {
        return "";
    }

    @Override
    public double[] xs() {
        return new double[] {x.low(), x.high()};
    }

    @Override
    public double[] ys() {
        return new double[] {y.low(), y.high()};
    }

    @Override
    public boolean fillsX() {
        return true;
    }

    @Override
    public boolean fillsY() {
        return true;
    }

    @Override
    public boolean lowest() {
        return true;
    }

    /** All lines, a gap after each. */
    private Points lines() {
        var lines = new ArrayList<double[]>();
        for (double level : levels) {
            ContourLines.of(z, level).forEach(line -> {
                line.forEach(place ->
                        lines.add(new double[] {at(x, place[0], z[0].length), at(y, place[1], z.length)}));
                lines.add(new double[] {Double.NaN, Double.NaN});
            });
        }
        return new Points(
                lines.stream().mapToDouble(point -> point[0]).toArray(),
                lines.stream().mapToDouble(point -> point[1]).toArray());
    }

    /** A place counted in cells, on its axis, to a {@value #STEPS}th of its length: nobody sees more, and pages stay small. */
    private static double at(Extent extent, double cells, int points) {
        double length = extent.high() - extent.low();
        double value = extent.low() + length * cells / (points - 1);
        double unit = Math.pow(10, Math.ceil(Math.log10(STEPS / length)));
        return unit > 0 && Double.isFinite(unit) ? Math.round(value * unit) / unit : value;
    }

    @Override
    public void draw(SvgPlane plane, int index) {
        var points = lines();
        var path = new StringBuilder();
        boolean down = false; // whether the pen touches the paper
        for (int i = 0; i < points.size(); i++) {
            boolean here = !Double.isNaN(points.x()[i]);
            if (here) {
                path.append(down ? 'L' : 'M');
                SvgPlane.appendPixels(path, plane.x().at(points.x()[i]));
                path.append(' ');
                SvgPlane.appendPixels(path, plane.y().at(points.y()[i]));
            }
            down = here;
        }
        plane.add("<path d=\"", path, "\" fill=\"none\" stroke=\"" + GREY + "\" stroke-width=\"1\"/>");
    }

    @Override
    public void key(SvgPlane plane, int index, double atX, double atY) {
        plane.line(atX - 10, atY, atX + 10, atY, GREY, "");
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        var points = lines();
        var trace = ScatterTrace.builder(points.x(), points.y())
                .mode(ScatterTrace.Mode.LINE)
                .line(Line.builder().color(GREY).width(1).build())
                .showLegend(false)
                .build();
        return List.of(new PlotlyTrace(trace, Map.of("hoverinfo", "skip")));
    }
}
