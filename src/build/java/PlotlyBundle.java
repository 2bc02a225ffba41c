import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the small plotly.js that notebooks carry, at build time: {@code java PlotlyBundle.java plotly.js plotly.js.gz}.
 *
 * <p>The published file holds every kind of chart, 3D and maps included. It is a list of numbered modules that name the
 * modules they need; this keeps the modules that the flat charts of Tablesaw need, drops comments and indentation, and
 * compresses the rest: 0.5 MB instead of 2.4 MB. It stops the build when the file is not built as expected.
 */
final class PlotlyBundle {

    private static final Set<String> TRACES = Set.of(
            "bar", "box", "candlestick", "contour", "heatmap", "histogram", "histogram2d", "ohlc", "pie", "violin");

    private static final Pattern MODULE = Pattern.compile("(?m)^(?=/\\*\\*\\*/ \\d+:$)");
    private static final Pattern NUMBER = Pattern.compile("/\\*\\*\\*/ (\\d+):");
    private static final Pattern NEEDS = Pattern.compile("__webpack_require__\\((\\d+)\\)");
    private static final Pattern START = Pattern.compile("__webpack_exports__ = __webpack_require__\\((\\d+)\\)");
    private static final Pattern ALIAS = Pattern.compile("module\\.exports = __webpack_require__\\((\\d+)\\);");
    private static final Pattern TRACE = Pattern.compile("moduleType: 'trace',\\s+name: '(\\w+)'");

    private final Map<String, String> modules = new LinkedHashMap<>();
    private final String head;
    private final String tail;

    private PlotlyBundle(String source) {
        String[] parts = MODULE.split(source);
        head = parts[0];
        String last = parts[parts.length - 1];
        int end = last.indexOf("/******/ \t})");
        expect(parts.length > 100 && end > 0, "a list of webpack modules");
        tail = last.substring(end);
        for (int i = 1; i < parts.length; i++) {
            modules.put(first(NUMBER, parts[i]), i + 1 < parts.length ? parts[i] : last.substring(0, end));
        }
    }

    public static void main(String[] files) throws IOException {
        String small = new PlotlyBundle(Files.readString(Path.of(files[0]))).small();
        Path target = Path.of(files[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(small.getBytes(StandardCharsets.UTF_8));
        }
        expect(Files.size(target) < 1_400_000, "at most 1.4 MB after compression, not " + Files.size(target));
    }

    private String small() {
        String start = first(START, tail);
        // the first need of the start module is the core with scatter; the others are what it registers
        String[] needs =
                NEEDS.matcher(modules.get(start)).results().map(m -> m.group(1)).toArray(String[]::new);
        var found = new TreeSet<String>();
        var kept = new StringBuilder();
        for (int i = 1; i < needs.length; i++) {
            String name = traceName(needs[i]);
            if (TRACES.contains(name)) {
                found.add(name);
                kept.append(kept.length() == 0 ? "" : ", ")
                        .append("__webpack_require__(")
                        .append(needs[i])
                        .append(')');
            }
        }
        expect(found.equals(new TreeSet<>(TRACES)), "the traces " + new TreeSet<>(TRACES) + ", not only " + found);
        modules.put(
                start,
                "/***/ " + start + ":\n(function(module, __unused_webpack_exports, __webpack_require__) {\n"
                        + "var Plotly = __webpack_require__(" + needs[0] + ");\nPlotly.register([" + kept + "]);\n"
                        + "module.exports = Plotly;\n}),\n");
        Set<String> needed = reachable(start);
        String body = modules.entrySet().stream()
                .filter(module -> needed.contains(module.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        return head.substring(0, head.indexOf("*/") + 2) + "\n" + stripped(head + body + tail);
    }

    /** The kind of trace that a module is, following modules that only pass another one on; empty for none. */
    private String traceName(String number) {
        String text = modules.get(number);
        String passedOn = first(ALIAS, text);
        return passedOn.isEmpty() ? first(TRACE, text) : traceName(passedOn);
    }

    private Set<String> reachable(String start) {
        var seen = new TreeSet<String>();
        var open = new ArrayDeque<String>(Set.of(start));
        while (!open.isEmpty()) {
            String number = open.pop();
            if (modules.containsKey(number) && seen.add(number)) {
                NEEDS.matcher(modules.get(number)).results().forEach(m -> open.push(m.group(1)));
            }
        }
        return seen;
    }

    /** Drops comments that stand on lines of their own, and indentation; the license notice is put back on top. */
    private static String stripped(String code) {
        return code.replaceAll("(?ms)^[ \\t]*/\\*.*?\\*/", "")
                .replaceAll("(?m)^\\s*//.*\\n", "")
                .replaceAll("(?m)^\\s+", "");
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("plotly.js is not built as this build step knows it: expected " + what
                    + "; adapt src/build/java/PlotlyBundle.java or go back to the version before");
        }
    }
}
