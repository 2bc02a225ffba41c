package nursery.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Errors as a student reads them: one line with what happened, the place in the cell, and the causes in short.
 *
 * <pre>
 * ShapeException: dense(10) after conv(32, 3): expected a flat input, received [32, 28, 28]; add .flatten()
 * --> line 2 | var net = Net.input(1, 28, 28).conv(32, 3).dense(10);
 * </pre>
 */
final class ErrorText {

    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";
    private static final int MAX_CAUSES = 5;
    /** The class that JShell wraps around a snippet; the names in messages read better without it. */
    private static final Pattern WRAPPER = Pattern.compile("(?:class )?REPL\\.\\$JShell\\$\\w+[.$]");

    private ErrorText() {}

    /** An exception that the cell's code threw, and the places in cells that it came through, innermost first. */
    static CellError thrown(Throwable error, List<String> places) {
        Throwable told = error;
        while (told instanceof ExceptionInInitializerError && told.getCause() != null) {
            told = told.getCause();
        }
        var lines = new ArrayList<String>();
        lines.add(headline(name(told), message(told)));
        lines.addAll(places);
        Throwable cause = told.getCause();
        String said = told.toString();
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (!said.contains(cause.toString())) {
                lines.add("Caused by " + join(name(cause), message(cause)));
            }
            said = cause.toString();
        }
        return new CellError(name(told), message(told), lines);
    }

    /** An error that the kernel itself reports. */
    static CellError plain(String name, String message, List<String> places) {
        var lines = new ArrayList<String>();
        lines.add(headline(name, message));
        lines.addAll(places);
        return new CellError(name, message, lines);
    }

    /** One line of source, marked. */
    static String place(Origin origin, int line, boolean otherCell) {
        String where = otherCell ? "cell [" + origin.cell() + "], line " + line : "line " + line;
        return "--> " + where + " | " + origin.source(line).strip();
    }

    /** A line of source with carets below the characters from {@code start} to {@code end} of the snippet. */
    static List<String> marked(Origin origin, long start, long end) {
        int line = origin.lineAt(start);
        String source = origin.source(line);
        int column = origin.columnAt(start);
        int width = (int) Math.max(1, Math.min(end - start, source.length() - column));
        String margin = "--> line " + line + " | ";
        String tabs = source.substring(0, Math.min(column, source.length())).replaceAll("[^\\t]", " ");
        return List.of(margin + source, " ".repeat(margin.length()) + tabs + "^".repeat(width));
    }

    private static String headline(String name, String message) {
        return RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message);
    }

    private static String join(String name, String message) {
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static String name(Throwable error) {
        String simple = error.getClass().getSimpleName();
        return simple.isEmpty() ? clean(error.getClass().getName()) : simple;
    }

    private static String message(Throwable error) {
        return clean(error.getMessage());
    }

    static String clean(@Nullable String message) {
        return message == null ? "" : WRAPPER.matcher(message).replaceAll("");
    }
}
