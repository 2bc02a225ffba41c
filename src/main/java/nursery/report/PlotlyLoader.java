package nursery.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which chart carries plotly.js, so that a notebook holds it once.
 *
 * <p>It goes out with the first chart of a session. Running that cell again replaces the output that held it, so the
 * cell's next chart carries it again. Kernels tell which cell runs; where they do not, a chart with the titles of the
 * carrier stands for the cell that ran again, three times at most.
 *
 * <p>In a front end that keeps every output in a frame of its own (Google Colab) only the chart that carries the loader
 * becomes interactive; the others stay static pictures.
 */
public final class PlotlyLoader {

    private static final int LIMIT_WHEN_GUESSING = 3;
    private static final Pattern DECLARATION = Pattern.compile("(?m)^[\\w.<>\\[\\], ]+\\s(\\w+)\\s*=[^=]");

    private static @Nullable String carrier;
    private static @Nullable String cell;
    private static boolean carried;
    private static int guesses;

    private PlotlyLoader() {}

    /**
     * Tells that a cell begins to run.
     *
     * @param source the front end's id of the cell where it sends one, else the cell's source. A cell that was edited
     *     still counts as the same one if it declares the same first variable.
     */
    public static synchronized void cell(String source) {
        var declaration = DECLARATION.matcher(source);
        cell = declaration.find() ? declaration.group(1) : source.strip();
        carried = false;
    }

    /** Forgets the session, so that the next chart carries the loader. */
    public static synchronized void reset() {
        carrier = null;
        cell = null;
        carried = false;
        guesses = 0;
    }

    /** The loader as a script element if a chart that is about to be shown has to carry it, else nothing. */
    static synchronized String due(String titles) {
        boolean told = cell != null;
        String key = told ? "cell " + cell : "titles " + titles;
        boolean again = Objects.equals(key, carrier) && (told ? !carried : guesses < LIMIT_WHEN_GUESSING);
        if (carrier != null && !again) {
            return "";
        }
        carrier = key;
        carried = true;
        guesses += told ? 0 : 1;
        return Script.TEXT;
    }

    /** Read when the first chart is shown. */
    private static final class Script {

        static final String TEXT = read();

        private static String read() {
            try (InputStream plotly = PlotlyLoader.class.getResourceAsStream("plotly.js.gz");
                    InputStream charts = PlotlyLoader.class.getResourceAsStream("charts.js")) {
                if (plotly == null || charts == null) {
                    return ""; // built without Maven's plotly step: the static pictures stay
                }
                String payload = Base64.getEncoder().encodeToString(plotly.readAllBytes());
                String code = new String(charts.readAllBytes(), StandardCharsets.UTF_8);
                return "<script>\n" + code + "\n(\"" + payload + "\")</script>";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
