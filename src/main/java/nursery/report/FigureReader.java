package nursery.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

    /** The parts of the figure that can be drawn; what cannot is named in the remark. */
    static Chart chart(Figure figure) {
        var layout = figure.getLayout();
        String script = layout == null ? "" : layout.asJavascript();
        String title = layout == null || layout.getTitle() == null ? "" : layout.getTitle();
        var chart = Chart.of(title.isEmpty() ? "Figure" : title)
                .x(quoted("xaxis: \\{\\s*title", script))
                .y(quoted("yaxis: \\{\\s*title", script));
        chart = script.matches("(?s).*xaxis: \\{[^}]*type: 'log'.*") ? chart.logX() : chart;
        chart = script.matches("(?s).*yaxis: \\{[^}]*type: 'log'.*") ? chart.logY() : chart;
        var left = new TreeSet<String>();
        for (int i = 0; i < figure.getTraces().length; i++) {
            String trace = figure.getTraces()[i].asJavascript(i);
            int before = chart.series().size();
            chart = add(chart, trace);
            if (chart.series().size() == before) {
                left.add(quoted("\n\\s*type", trace));
            }
        }
        return left.isEmpty() ? chart : chart.remark("Not in the static picture: " + String.join(", ", left) + ".");
    }

    private static Chart add(Chart chart, String trace) {
        String name = quoted("\n\\s*name", trace);
        List<String> x = array("x", trace);
        List<String> y = array("y", trace);
        return switch (quoted("\n\\s*type", trace)) {
            case "scatter" -> x.size() == y.size() ? scatter(chart, name, quoted("\nmode", trace), x, y) : chart;
            case "bar" ->
                quoted("\norientation", trace).equals("h") ? bars(chart, name, y, x) : bars(chart, name, x, y);
            case "pie" -> shares(chart, name, array("labels", trace), array("values", trace));
            case "histogram" -> x.isEmpty() || !numeric(x) ? chart : chart.histogram(name, numbers(x), 20);
            default -> chart;
        };
    }

    private static Chart scatter(Chart chart, String name, String mode, List<String> x, List<String> y) {
        if (!numeric(y)) {
            return chart;
        }
        boolean named = !numeric(x);
        var axes = named ? chart.namesX(x) : chart;
        double[] xs = named ? IntStream.range(0, x.size()).asDoubleStream().toArray() : numbers(x);
        return mode.startsWith("lines") ? axes.line(name, xs, numbers(y)) : axes.points(name, xs, numbers(y));
    }

    private static Chart bars(Chart chart, String name, List<String> names, List<String> heights) {
        boolean drawable = !names.isEmpty() && names.size() == heights.size() && numeric(heights);
        return drawable ? chart.bars(name, names, numbers(heights)) : chart;
    }

    /** A pie adds up the values of one label. */
    private static Chart shares(Chart chart, String name, List<String> labels, List<String> values) {
        if (labels.isEmpty() || labels.size() != values.size() || !numeric(values)) {
            return chart;
        }
        Map<String, Double> sums = new LinkedHashMap<>();
        double[] shares = numbers(values);
        IntStream.range(0, shares.length).forEach(i -> sums.merge(labels.get(i), shares[i], Double::sum));
        return chart.bars(
                name,
                List.copyOf(sums.keySet()),
                sums.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static boolean numeric(List<String> values) {
        return values.stream().allMatch(v -> v.matches("NaN|-?Infinity|null|-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?"));
    }

    private static double[] numbers(List<String> values) {
        return values.stream()
                .mapToDouble(v -> v.equals("null") ? Double.NaN : Double.parseDouble(v))
                .toArray();
    }

    private static List<String> array(String attribute, String script) {
        var found = Pattern.compile("(?m)^\\s*" + attribute + ": (\\[.*\\]),$").matcher(script);
        if (!found.find()) {
            return List.of();
        }
        try {
            return List.of(JSON.readValue(found.group(1), String[].class));
        } catch (JsonProcessingException e) {
            return List.of(); // neither texts nor numbers: the remark says that something is missing
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
