package nursery.report;

import java.util.ArrayList;
import java.util.Collections;
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
                .title(PlotlyText.quoted(chart.title()))
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
                .title(PlotlyText.quoted(scale.axis().label()))
                .range(scale.plotlyRange()[0], scale.plotlyRange()[1]);
        var type = tech.tablesaw.plotly.components.Axis.Type.LINEAR;
        return builder.type(scale.axis().log() ? tech.tablesaw.plotly.components.Axis.Type.LOG : type)
                .build();
    }

    private static List<Series.PlotlyTrace> traces(Chart chart) {
        return chart.drawingOrder().stream()
                .flatMap(i -> chart.series().get(i).traces(chart.style(i)).stream())
                .toList();
    }

    /** Attributes that the page adds to each trace, in their order. */
    static List<Map<String, Object>> traceExtras(Chart chart) {
        var extras = new ArrayList<Map<String, Object>>();
        for (var trace : traces(chart)) {
            var extra = new LinkedHashMap<>(trace.extra());
            if (trace.trace().name() != null) {
                extra.put("name", PlotlyText.html(SvgLegend.label(trace.trace().name())));
            }
            extras.add(extra);
        }
        return extras;
    }

    /** Attributes that the page adds to the layout: bands, notes, names of categories, "no data". */
    static Map<String, Object> layoutExtras(Chart chart, int width) {
        double top = (chart.title().isEmpty() ? 10 : 36) + legendHeight(chart, width);
        String title = PlotlyText.html(SvgChart.fit(chart.title(), width - 20, 17));
        var extras = new LinkedHashMap<String, Object>();
        extras.put("title", Map.of("text", title, "font", Map.of("size", 16), "y", 0.97, "yanchor", "top"));
        extras.put("margin", Map.of("l", 60, "r", 15, "t", top, "b", 45));
        extras.put("legend", Map.of("orientation", "h", "y", 1.01, "yanchor", "bottom", "x", 0));
        extras.put("xaxis", axisExtras(Frame.x(chart, 0, 1)));
        extras.put("yaxis", axisExtras(Frame.y(chart, 1, 0)));
        extras.put(
                "shapes", chart.bands().stream().map(band -> shape(chart, band)).toList());
        extras.put("annotations", annotations(chart));
        return extras;
    }

    /** Plotly gives every name a column of the same width; a phone is narrow, so the page may have fewer than fit here. */
    private static double legendHeight(Chart chart, int width) {
        List<Double> names = chart.series().stream()
                .map(Series::name)
                .filter(name -> !name.isEmpty())
                .map(name -> SvgChart.width(SvgLegend.label(name), 12))
                .toList();
        if (names.isEmpty()) {
            return 0;
        }
        int columns = (int) ((Math.min(width, 360) - 75) / (Collections.max(names) + 36));
        int rows = (names.size() - 1) / Math.max(1, columns) + 1;
        return 19 * rows + 6;
    }

    private static List<Map<String, Object>> annotations(Chart chart) {
        var annotations = new ArrayList<Map<String, Object>>();
        chart.bands().forEach(band -> annotations.add(bandLabel(chart, band)));
        for (var note : chart.notes()) {
            if (chart.x().shows(note.x()) && chart.y().shows(note.y())) {
                var place = Map.of("x", place(chart.x(), note.x()), "y", place(chart.y(), note.y()));
                var annotation = new LinkedHashMap<String, Object>(place);
                annotation.put("text", PlotlyText.html(note.text()));
                annotation.put("arrowhead", 2);
                annotation.put("bgcolor", "rgba(255,255,255,0.8)");
                annotations.add(annotation);
            }
        }
        if (Frame.isEmpty(chart)) {
            annotations.add(Map.of(
                    "x", 0.5, "y", 0.5, "xref", "paper", "yref", "paper", "text", "no data", "showarrow", false));
        }
        return annotations;
    }

    private static Map<String, Object> axisExtras(Scale scale) {
        var extras = new LinkedHashMap<String, Object>();
        extras.put("title", Map.of("text", PlotlyText.html(scale.axis().label()), "standoff", 8));
        extras.put("zeroline", false);
        extras.put("showline", true);
        extras.put("mirror", true);
        extras.put("linecolor", "#888888");
        extras.put("automargin", true);
        double largest = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
        boolean plain = !scale.axis().log() && largest >= 0.01 && largest < 1e6;
        extras.put("exponentformat", plain ? "none" : "power");
        if (!scale.axis().categories().isEmpty()) {
            extras.put(
                    "tickvals",
                    IntStream.range(0, scale.axis().categories().size()).toArray());
            extras.put(
                    "ticktext",
                    scale.axis().categories().stream().map(PlotlyText::html).toList());
        } else if (scale.whole() && !scale.axis().log() && scale.high() - scale.low() < 8) {
            extras.put("dtick", 1);
        }
        return extras;
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
        label.put("text", PlotlyText.html(band.label()));
        label.put("showarrow", false);
        label.put("font", Map.of("color", "#00634a"));
        var scale = band.horizontal() ? Frame.y(chart, 1, 0) : Frame.x(chart, 0, 1);
        label.put(along, place(scale.axis(), scale.clamp(band.to())));
        label.put(across, 1);
        label.put(across + "ref", "paper");
        boolean toTheRight = !band.horizontal() && scale.at(scale.clamp(band.to())) < 0.5; // of a line in the left half
        label.put("xanchor", toTheRight ? "left" : "right");
        label.put("yanchor", "top");
        return label;
    }

    /** Annotations, unlike everything else in Plotly, are placed by exponents on a log axis. */
    private static double place(Axis axis, double value) {
        return axis.log() ? Math.log10(value) : value;
    }
}
