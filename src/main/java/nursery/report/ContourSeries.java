package nursery.report;

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

    /** All lines as short pieces with gaps between them: two points and a gap each. */
    private Points pieces() {
        var pieces = new Pieces();
        for (double level : levels) {
            for (int row = 0; row + 1 < z.length; row++) {
                for (int column = 0; column + 1 < z[0].length; column++) {
                    cell(pieces, row, column, level);
                }
            }
        }
        return pieces.points();
    }

    /** Joins the places where the level crosses the sides of a cell (marching squares). */
    private void cell(Pieces pieces, int row, int column, double level) {
        double southWest = z[row][column] - level;
        double southEast = z[row][column + 1] - level;
        double northEast = z[row + 1][column + 1] - level;
        double northWest = z[row + 1][column] - level;
        pieces.begin();
        crossing(pieces, southWest, southEast, row, column, 0, 1);
        crossing(pieces, southEast, northEast, row, column + 1, 1, 0);
        crossing(pieces, northWest, northEast, row + 1, column, 0, 1);
        crossing(pieces, southWest, northWest, row, column, 1, 0);
        pieces.end();
    }

    private void crossing(Pieces pieces, double from, double to, int row, int column, int up, int right) {
        if (from < 0 != to < 0 && Double.isFinite(from) && Double.isFinite(to)) {
            double share = from / (from - to);
            double atX = x.low() + (x.high() - x.low()) * (column + right * share) / (z[0].length - 1);
            double atY = y.low() + (y.high() - y.low()) * (row + up * share) / (z.length - 1);
            pieces.add(atX, atY);
        }
    }

    /** Points in pairs, each pair followed by a gap. */
    private static final class Pieces {
        private double[] xs = new double[256];
        private double[] ys = new double[256];
        private int size;
        private int first;

        void begin() {
            first = size;
        }

        void add(double atX, double atY) {
            if (size + 2 > xs.length) {
                xs = Arrays.copyOf(xs, 2 * xs.length);
                ys = Arrays.copyOf(ys, 2 * ys.length);
            }
            xs[size] = atX;
            ys[size++] = atY;
            if ((size - first) % 3 == 2) {
                xs[size] = Double.NaN;
                ys[size++] = Double.NaN;
            }
        }

        /** A level that touches a side alone leaves no piece. */
        void end() {
            size -= (size - first) % 3 == 0 ? 0 : 1;
        }

        Points points() {
            return new Points(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
        }
    }

    @Override
    public void draw(SvgPlane plane, int index) {
        var points = pieces();
        var path = new StringBuilder();
        for (int i = 0; i + 1 < points.size(); i += 3) {
            for (int end = i; end < i + 2; end++) {
                path.append(end == i ? 'M' : 'L');
                SvgPlane.appendPixels(path, plane.x().at(points.x()[end]));
                path.append(' ');
                SvgPlane.appendPixels(path, plane.y().at(points.y()[end]));
            }
        }
        plane.add("<path d=\"", path, "\" fill=\"none\" stroke=\"" + GREY + "\" stroke-width=\"1\"/>");
    }

    @Override
    public void key(SvgPlane plane, int index, double atX, double atY) {
        plane.line(atX - 10, atY, atX + 10, atY, GREY, "");
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        var points = pieces();
        var trace = ScatterTrace.builder(points.x(), points.y())
                .mode(ScatterTrace.Mode.LINE)
                .line(Line.builder().color(GREY).width(1).build())
                .showLegend(false)
                .build();
        return List.of(new PlotlyTrace(trace, Map.of("hoverinfo", "skip")));
    }
}
