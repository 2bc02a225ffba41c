package nursery.report;

import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Single points of one color and shape. */
record DotSeries(String name, Points points) implements Series {

    static final List<Symbol> SYMBOLS =
            List.of(Symbol.CIRCLE, Symbol.SQUARE, Symbol.TRIANGLE_UP, Symbol.DIAMOND, Symbol.X);

    @Override
    public String summary() {
        return points.summary();
    }

    @Override
    public String caption(Axis x, Axis y) {
        return points.missing(x, y);
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
        for (int i = 0; i < points.size(); i++) {
            double px = plane.x().at(points.x()[i]);
            double py = plane.y().at(points.y()[i]);
            if (!Double.isNaN(px) && !Double.isNaN(py)) {
                plane.marker(px, py, index, color);
            }
        }
    }

    @Override
    public void key(SvgPlane plane, int index, double x, double y) {
        plane.marker(x + 5, y, index, Palette.color(name, index));
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        var marker = Marker.builder()
                .color(Palette.color(name, index))
                .symbol(SYMBOLS.get(index % SYMBOLS.size()))
                .size(8)
                .build();
        var trace = ScatterTrace.builder(points.x(), points.y())
                .mode(ScatterTrace.Mode.MARKERS)
                .marker(marker)
                .name(PlotlyText.quoted(name))
                .showLegend(!name.isEmpty())
                .build();
        return List.of(new PlotlyTrace(trace, Map.of()));
    }
}
