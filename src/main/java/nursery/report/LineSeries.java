package nursery.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Values in order, joined by a line; dashes repeat what the color says. */
record LineSeries(String name, Points points) implements Series {

    private static final List<String> DASHES = List.of("", "6 3", "2 3", "9 3 2 3");
    private static final List<Line.Dash> PLOTLY_DASHES =
            List.of(Line.Dash.SOLID, Line.Dash.DASH, Line.Dash.DOT, Line.Dash.DASH_DOT);

    /** Up to so many points every one also gets a dot. */
    private static final int DOTTED = 30;

    @Override
    public String summary() {
        return points.summary();
    }

    @Override
    public String caption(Axis x, Axis y) {
        String missing = points.missing(x, y);
        if (points.size() <= Points.LIMIT) {
            return missing;
        }
        String drawn = String.format(
                Locale.ROOT,
                "%,d points, drawn by the lowest and highest of each of %d stretches",
                points.size(),
                Points.LIMIT / 2);
        return missing.isEmpty() ? drawn : missing + "; " + drawn;
    }

    @Override
    public double[][] ink() {
        return new double[][] {points.x(), points.y()};
    }

    @Override
    public double[] xs() {
        return points.x();
    }

    @Override
    public double[] ys() {
        return points.y();
    }

    @Override
    public void draw(SvgPlane plane, int index) {
        String color = Palette.color(name, index);
        var drawn = points.forDrawing();
        var path = new StringBuilder();
        boolean down = false; // whether the pen touches the paper
        for (int i = 0; i < drawn.size(); i++) {
            double px = plane.x().at(drawn.x()[i]);
            double py = plane.y().at(drawn.y()[i]);
            boolean here = !Double.isNaN(px) && !Double.isNaN(py);
            if (here) {
                path.append(down ? 'L' : 'M');
                SvgPlane.appendPixels(path, px);
                path.append(' ');
                SvgPlane.appendPixels(path, py);
                boolean last = i + 1 == drawn.size() || Double.isNaN(plane.y().at(drawn.y()[i + 1]));
                if (points.size() <= DOTTED || (!down && last)) { // a lone point would have no line
                    plane.marker(px, py, 0, color);
                }
            }
            down = here;
        }
        if (path.length() > 0) {
            String look = "\" fill=\"none\" stroke=\"" + color + "\" stroke-width=\"2\"" + dash(index) + "/>";
            plane.add("<path d=\"", path, look);
        }
    }

    @Override
    public void key(SvgPlane plane, int index, double x, double y) {
        plane.line(x - 10, y, x + 10, y, Palette.color(name, index), dash(index));
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        var drawn = points.forDrawing();
        var dash = PLOTLY_DASHES.get(index % PLOTLY_DASHES.size());
        var trace = ScatterTrace.builder(drawn.x(), drawn.y())
                .mode(points.size() <= DOTTED ? ScatterTrace.Mode.LINE_AND_MARKERS : ScatterTrace.Mode.LINE)
                .line(Line.builder()
                        .color(Palette.color(name, index))
                        .dash(dash)
                        .build())
                .name(PlotlyText.quoted(name))
                .showLegend(!name.isEmpty())
                .build();
        return List.of(new PlotlyTrace(trace, Map.of()));
    }

    private static String dash(int index) {
        String dash = DASHES.get(index % DASHES.size());
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }
}
