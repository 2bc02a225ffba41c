package nursery.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.components.Figure;

/**
 * HTML that shows a static picture at once and lets Plotly replace it where scripts run.
 *
 * <p>The picture is an {@code <img>} with its SVG inside: sanitizers (an untrusted notebook, JupyterLab before a cell
 * has run) take inline SVG away but leave images. Each chart waits in the page's queue {@code nurseryCharts} until the
 * loader has arrived, so the order of loader and charts does not matter.
 */
final class PlotlyHtml {

    /** Map.of has another order in each JVM; the page shall not. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Tells this session's charts from those of the session before, which may be on the same page. */
    private static final String SESSION = Long.toString(System.currentTimeMillis(), 36);

    private static final AtomicLong COUNTER = new AtomicLong();

    private final List<String> figures = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final StringBuilder signature = new StringBuilder();

    /**
     * Adds a picture.
     *
     * @param figure what Plotly draws in its place; null keeps the picture
     * @param traces attributes to add to the traces, in their order
     * @param layout attributes to add to the layout
     */
    void add(Picture picture, @Nullable Figure figure, List<Map<String, Object>> traces, Map<String, Object> layout) {
        if (figure == null) {
            figures.add(picture.html(picture.image(), "nursery-picture"));
            return;
        }
        // a part of a variable name in Tablesaw's script
        String id = "nursery_" + SESSION + "_" + COUNTER.incrementAndGet();
        figures.add(picture.html(picture.image() + "<div id=\"" + id + "\"></div>", "nursery-chart"));
        signature.append(picture.title()).append('\n');
        String body = figure.asJavascript(id).replaceAll("(?s)^\\s*<script>|</script>\\s*$", "");
        scripts.add("q.push({id:\"" + id + "\",traces:" + json(traces) + ",layout:" + json(layout)
                + ",draw:function(Plotly){" + inScript(body) + "}});");
    }

    /** The fragment; carries the loader when {@link PlotlyLoader} says that it is due. */
    String html() {
        String pictures = Picture.row(figures);
        if (scripts.isEmpty()) {
            return pictures;
        }
        return pictures + "<script>(function(q){" + String.join("\n", scripts)
                + "})(window.nurseryCharts=window.nurseryCharts||[])</script>"
                + PlotlyLoader.due(signature.toString());
    }

    private static String json(Object value) {
        try {
            return inScript(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("chart attributes do not fit JSON: " + e.getMessage(), e);
        }
    }

    /** Keeps texts inside a script from ending it. */
    private static String inScript(String code) {
        return code.replace("</", "<\\/")
                .replace("<!--", "<\\!--")
                .replace("\u2028", " ")
                .replace("\u2029", " ");
    }
}
