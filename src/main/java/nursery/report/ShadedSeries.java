package nursery.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Single points whose color stands for a third value, from dark blue (lowest) to yellow (highest). */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record ShadedSeries(String name, Points points, double[] values) implements Series {

    /** Drawn where the value is not finite. */
    private static final String UNKNOWN = "#999999";

    ShadedSeries {
        if (values.length != points.size()) {
            throw new IllegalArgumentException("points \"" + name + "\": expected one value per point, received "
                    + values.length + " values for " + points.size() + " points");
        }
        values = values.clone();
    }

    @Override
    public String summary() {
        var shades = Extent.of(Axis.PLAIN, values);
        return points.summary() + "; color from " + Numbers.brief(shades.low()) + " to " + Numbers.brief(shades.high());
    }

    @Override
    public String caption(Axis x, Axis y) {
        var said = new ArrayList<String>();
        var shades = Extent.of(Axis.PLAIN, values);
        if (!shades.isEmpty()) {
            said.add("dark is " + Numbers.brief(shades.low()) + ", yellow is " + Numbers.brief(shades.high()));
        }
        if (Arrays.stream(values).anyMatch(v -> !Double.isFinite(v))) {
            said.add("grey crosses are not finite");
        }
        said.add(points.missing(x, y));
        said.removeIf(String::isEmpty);
        return String.join("; ", said);
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
        String[] colors = colors();
        for (int i = 0; i < points.size(); i++) {
            double px = plane.x().at(points.x()[i]);
            double py = plane.y().at(points.y()[i]);
            if (!Double.isNaN(px) && !Double.isNaN(py)) {
                plane.marker(px, py, Double.isFinite(values[i]) ? 0 : 4, colors[i]);
            }
        }
    }

    @Override
    public void key(SvgPlane plane, int index, double x, double y) {
        for (int i = 0; i < 4; i++) {
            plane.rect(x - 10 + 5 * i, y - 4, 5.2, 8, "fill=\"" + Palette.hex(Palette.viridis(i / 3.0)) + "\"");
        }
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        var trace = ScatterTrace.builder(points.x(), points.y())
                .mode(ScatterTrace.Mode.MARKERS)
                .marker(Marker.builder().color(colors()).size(9).build())
                .text(Arrays.stream(values).mapToObj(Numbers::brief).toArray(String[]::new))
                .name(PlotlyText.quoted(name))
                .showLegend(false)
                .build();
        String[] symbols = Arrays.stream(values)
                .mapToObj(v -> Double.isFinite(v) ? "circle" : "x")
                .toArray(String[]::new);
        return List.of(new PlotlyTrace(trace, Map.of("marker", Map.of("symbol", symbols))));
    }

    private String[] colors() {
        var shades = Extent.of(Axis.PLAIN, values);
        return Arrays.stream(values)
                .mapToObj(v -> Double.isFinite(v) ? Palette.hex(Palette.viridis(share(v, shades))) : UNKNOWN)
                .toArray(String[]::new);
    }

    private static double share(double value, Extent shades) {
        return shades.low() == shades.high()
                ? 0.5
                : (value / 2 - shades.low() / 2) / (shades.high() / 2 - shades.low() / 2);
    }
}
