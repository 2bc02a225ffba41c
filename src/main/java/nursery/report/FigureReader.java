package nursery.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Figure;

/**
 * Reads what a Tablesaw figure shows, for its static picture.
 *
 * <p>Tablesaw's traces keep their data to themselves, so this reads the script that they write: one attribute per line.
 */
final class FigureReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private FigureReader() {}

    static Chart chart(Figure figure) {
        var layout = figure.getLayout();
        String script = layout == null ? "" : layout.asJavascript();
        String title = layout == null || layout.getTitle() == null ? "" : layout.getTitle();
        var chart = Chart.of(title.isEmpty() ? "Figure" : title)
                .x(quoted("xaxis: \\{\\s*title", script))
                .y(quoted("yaxis: \\{\\s*title", script));
        chart = script.matches("(?s).*xaxis: \\{[^}]*type: 'log'.*") ? chart.logX() : chart;
        chart = script.matches("(?s).*yaxis: \\{[^}]*type: 'log'.*") ? chart.logY() : chart;
        boolean other = false;
        for (int i = 0; i < figure.getTraces().length; i++) {
            String trace = figure.getTraces()[i].asJavascript(i);
            int before = chart.series().size();
            chart = add(chart, trace);
            other |= chart.series().size() == before;
        }
        return other ? chart.remark("Some of this figure shows only where scripts run, in a trusted notebook.") : chart;
    }

    private static Chart add(Chart chart, String trace) {
        String name = quoted("\nname", trace);
        List<String> x = array("x", trace);
        List<String> y = array("y", trace);
        return switch (quoted("\ntype", trace)) {
            case "scatter" -> x.size() != y.size() ? chart : scatter(chart, name, quoted("\nmode", trace), x, y);
            case "bar" -> bar(chart, name, quoted("\norientation", trace).equals("h"), x, y);
            case "histogram" -> x.isEmpty() ? chart : chart.histogram(name, numbers(x), 20);
            default -> chart;
        };
    }

    private static Chart scatter(Chart chart, String name, String mode, List<String> x, List<String> y) {
        if (!numeric(y)) {
            return chart;
        }
        boolean named = !numeric(x);
        double[] xs = named ? IntStream.range(0, x.size()).asDoubleStream().toArray() : numbers(x);
        Chart axes = named
                ? new Chart(
                        chart.title(),
                        chart.x().named(x),
                        chart.y(),
                        chart.series(),
                        chart.bands(),
                        chart.notes(),
                        chart.remark())
                : chart;
        return mode.startsWith("lines") ? axes.line(name, xs, numbers(y)) : axes.points(name, xs, numbers(y));
    }

    private static Chart bar(Chart chart, String name, boolean horizontal, List<String> x, List<String> y) {
        List<String> names = horizontal ? y : x;
        List<String> heights = horizontal ? x : y;
        return numeric(heights) && names.size() == heights.size() ? chart.bars(name, names, numbers(heights)) : chart;
    }

    private static boolean numeric(List<String> values) {
        return values.stream().allMatch(v -> v.matches("NaN|-?Infinity|null|[-+0-9.eE]+"));
    }

    private static double[] numbers(List<String> values) {
        return values.stream()
                .mapToDouble(v -> v.equals("null") ? Double.NaN : Double.parseDouble(v))
                .toArray();
    }

    private static List<String> array(String attribute, String script) {
        var found = Pattern.compile("(?m)^" + attribute + ": (\\[.*\\]),$").matcher(script);
        if (!found.find()) {
            return List.of();
        }
        try {
            return Arrays.asList(JSON.readValue(found.group(1), String[].class));
        } catch (JsonProcessingException e) {
            return List.of(); // not an array of texts or numbers: the picture says that something is missing
        }
    }

    /** The text between single quotes after an attribute, with Tablesaw's HTML escapes undone. */
    private static String quoted(String attribute, String script) {
        var found = Pattern.compile(attribute + ": '([^']*)'").matcher(script);
        String text = found.find() ? found.group(1) : "";
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
