package nursery.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Axis.AxisBuilder;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Charts as Tablesaw figures, and what Tablesaw cannot express as additions to Plotly's own layout. */
final class PlotlyFigures {

    private PlotlyFigures() {}

    static Figure figure(Chart chart, int width, int height) {
        var layout = Layout.builder()
                .title(PlotlyText.of(chart.title()))
                .autosize(true)
                .height(height)
                .barMode(Layout.BarMode.OVERLAY)
                .xAxis(axis(Frame.x(chart, 0, width)))
                .yAxis(axis(Frame.y(chart, height, 0)))
                .build();
        var traces = traces(chart).stream().map(Series.PlotlyTrace::trace).toArray(Trace[]::new);
        // a figure needs a trace
        Trace[] some = traces.length > 0
                ? traces
                : new Trace[] {
                    ScatterTrace.builder(new double[0], new double[0]).build()
                };
        return new Figure(layout, some);
    }

    private static tech.tablesaw.plotly.components.Axis axis(Scale scale) {
        AxisBuilder builder = tech.tablesaw.plotly.components.Axis.builder()
                .title(PlotlyText.of(scale.axis().label()))
                .range(scale.plotlyRange()[0], scale.plotlyRange()[1]);
        var type = tech.tablesaw.plotly.components.Axis.Type.LINEAR;
        return builder.type(scale.axis().log() ? tech.tablesaw.plotly.components.Axis.Type.LOG : type)
                .build();
    }

    private static List<Series.PlotlyTrace> traces(Chart chart) {
        return IntStream.range(0, chart.series().size())
                .boxed()
                .flatMap(i -> chart.series().get(i).traces(i).stream())
                .toList();
    }

    /** Attributes that the page adds to each trace, in their order. */
    static List<Map<String, Object>> traceExtras(Chart chart) {
        return traces(chart).stream().map(Series.PlotlyTrace::extra).toList();
    }

    /** Attributes that the page adds to the layout: bands, notes, names of categories, "no data". */
    static Map<String, Object> layoutExtras(Chart chart) {
        var annotations = new ArrayList<Map<String, Object>>();
        chart.bands().forEach(band -> annotations.add(bandLabel(chart, band)));
        chart.notes().stream()
                .filter(note -> chart.x().shows(note.x()) && chart.y().shows(note.y()))
                .forEach(note -> annotations.add(Map.of(
                        "x",
                        place(chart.x(), note.x()),
                        "y",
                        place(chart.y(), note.y()),
                        "text",
                        Html.escape(note.text()),
                        "arrowhead",
                        2,
                        "bgcolor",
                        "rgba(255,255,255,0.8)")));
        if (Frame.isEmpty(chart)) {
            annotations.add(Map.of(
                    "x", 0.5, "y", 0.5, "xref", "paper", "yref", "paper", "text", "no data", "showarrow", false));
        }
        var extras = new LinkedHashMap<String, Object>();
        extras.put(
                "shapes", chart.bands().stream().map(band -> shape(chart, band)).toList());
        extras.put("annotations", annotations);
        extras.put("margin", Map.of("l", 65, "r", 15, "t", chart.title().isEmpty() ? 20 : 45, "b", 45));
        extras.put("legend", Map.of("orientation", "h", "y", 1, "yanchor", "bottom"));
        extras.put("xaxis", categories(chart.x()));
        extras.put("yaxis", categories(chart.y()));
        return extras;
    }

    private static Map<String, Object> categories(Axis axis) {
        return axis.categories().isEmpty()
                ? Map.of()
                : Map.of(
                        "tickvals", IntStream.range(0, axis.categories().size()).toArray(),
                        "ticktext", axis.categories().stream().map(Html::escape).toList());
    }

    private static Map<String, Object> shape(Chart chart, Band band) {
        String along = band.horizontal() ? "y" : "x";
        String across = band.horizontal() ? "x" : "y";
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", band.from() == band.to() ? "line" : "rect");
        shape.put("layer", "below");
        var scale = band.horizontal() ? Frame.y(chart, 1, 0) : Frame.x(chart, 0, 1);
        shape.put(along + "0", scale.clamp(band.from()));
        shape.put(along + "1", scale.clamp(band.to()));
        shape.put(across + "ref", "paper");
        shape.put(across + "0", 0);
        shape.put(across + "1", 1);
        shape.put("fillcolor", Palette.BAND);
        shape.put("opacity", band.from() == band.to() ? 0.8 : 0.15);
        var line = Map.of("color", Palette.BAND, "dash", "dash", "width", band.from() == band.to() ? 2 : 0);
        shape.put("line", line);
        return shape;
    }

    private static Map<String, Object> bandLabel(Chart chart, Band band) {
        String along = band.horizontal() ? "y" : "x";
        String across = band.horizontal() ? "x" : "y";
        var label = new LinkedHashMap<String, Object>();
        label.put("text", Html.escape(band.label()));
        label.put("showarrow", false);
        label.put("font", Map.of("color", "#00634a"));
        var scale = band.horizontal() ? Frame.y(chart, 1, 0) : Frame.x(chart, 0, 1);
        label.put(along, place(scale.axis(), scale.clamp(band.to())));
        label.put(across, 1);
        label.put(across + "ref", "paper");
        label.put("xanchor", "right");
        label.put("yanchor", "top");
        return label;
    }

    /** Annotations, unlike everything else in Plotly, are placed by exponents on a log axis. */
    private static double place(Axis axis, double value) {
        return axis.log() ? Math.log10(value) : value;
    }
}
