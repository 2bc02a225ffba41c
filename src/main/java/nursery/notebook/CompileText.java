package nursery.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/** What the compiler says about a cell, with the source line and carets below the place. */
final class CompileText {

    private static final String NAME = "CompileError";
    private static final int MAX_ERRORS = 5;

    private CompileText() {}

    static CellError rejected(List<Diag> diagnostics, Origin origin) {
        List<Diag> errors =
                diagnostics.stream().filter(Diag::isError).limit(MAX_ERRORS).toList();
        if (errors.isEmpty()) {
            return at(origin, 0, "this does not compile");
        }
        String first = located(origin, errors.get(0));
        var more = new ArrayList<>(
                ErrorText.marked(origin, start(errors.get(0)), errors.get(0).getEndPosition()));
        for (Diag d : errors.subList(1, errors.size())) {
            more.add(located(origin, d));
            more.addAll(ErrorText.marked(origin, start(d), d.getEndPosition()));
        }
        return ErrorText.plain(NAME, first, more);
    }

    static CellError unfinished(Origin origin) {
        return at(origin, 0, "the cell ends in the middle of what starts here; is a closing ) or } missing?");
    }

    static CellError unresolved(String declared, List<String> missing, Origin origin) {
        return at(origin, 0, declared + " uses what is not declared: " + String.join(", ", missing));
    }

    private static CellError at(Origin origin, long position, String message) {
        int line = origin.lineAt(position);
        return ErrorText.plain(NAME, "line " + line + ": " + message, List.of(ErrorText.place(origin, line, false)));
    }

    private static String located(Origin origin, Diag d) {
        return "line " + origin.lineAt(start(d)) + ": " + sentence(d.getMessage(Locale.ENGLISH));
    }

    private static long start(Diag d) {
        return d.getStartPosition() == Diag.NOPOS ? d.getPosition() : d.getStartPosition();
    }

    /** "cannot find symbol, symbol: …, location: …" in one line. */
    private static String sentence(String message) {
        return ErrorText.clean(message.replaceAll("\\n\\s*symbol:\\s*", ": ")
                .replaceAll("\\n\\s*location:\\s*class\\s*$", "")
                .replaceAll("\\n\\s*location:\\s*", " in ")
                .replaceAll("\\s*\\n\\s*", "; "));
    }
}
