package nursery.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;

/** Cuts a cell into the snippets that JShell takes one by one, and its magics. */
final class CellParser {

    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*%(" + Magics.NAMES + ")\\b.*$");
    private static final Pattern BLANK = Pattern.compile("(?s)(?:\\s++|//[^\\n]*+|/\\*.*?\\*/)*+");

    private final SourceCodeAnalysis analysis;

    CellParser(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Piece> parse(String cell) {
        var pieces = new ArrayList<Piece>();
        Matcher magic = MAGIC.matcher(cell);
        int from = 0;
        while (magic.find()) {
            java(cell.substring(from, magic.start()), from, pieces);
            pieces.add(new Piece(magic.group().strip(), magic.start(), Piece.Kind.MAGIC));
            from = magic.end();
        }
        java(cell.substring(from), from, pieces);
        return pieces;
    }

    private void java(String code, int offset, List<Piece> pieces) {
        String rest = code;
        while (true) {
            rest = rest.substring(blank(rest));
            int start = offset + code.length() - rest.length();
            if (rest.isEmpty()) {
                return;
            }
            var info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> {
                    return;
                }
                case DEFINITELY_INCOMPLETE -> {
                    pieces.add(new Piece(rest, start, Piece.Kind.UNFINISHED));
                    return;
                }
                case UNKNOWN -> {
                    pieces.add(new Piece(rest, start, Piece.Kind.BROKEN));
                    return;
                }
                default -> pieces.add(new Piece(info.source(), start, Piece.Kind.JAVA));
            }
            rest = info.remaining();
        }
    }

    /** Length of the blanks and comments that {@code code} starts with. */
    private static int blank(String code) {
        Matcher m = BLANK.matcher(code);
        return m.lookingAt() ? m.end() : 0;
    }
}
