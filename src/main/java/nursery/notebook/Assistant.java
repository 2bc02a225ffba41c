package nursery.notebook;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/** Help while typing: completion (Tab), signature and documentation (Shift-Tab), and whether Enter runs the cell. */
final class Assistant {

    private static final int INDENT = 4;
    private static final int MAX_SIGNATURES = 12;

    private final SourceCodeAnalysis analysis;
    private final CellParser parser;

    Assistant(SourceCodeAnalysis analysis, CellParser parser) {
        this.analysis = analysis;
        this.parser = parser;
    }

    ReplacementOptions complete(String code, int cursor) {
        int at = Math.max(0, Math.min(cursor, code.length()));
        int[] anchor = {at};
        List<String> found = analysis.completionSuggestions(code, at, anchor).stream()
                .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new ReplacementOptions(found, found.isEmpty() ? at : anchor[0], at);
    }

    /** Signatures and documentation of what the cursor is in or behind; empty when there is nothing to say. */
    String inspect(String code, int cursor) {
        int end = Math.max(0, Math.min(cursor, code.length()));
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String before = code.substring(0, end);
        boolean behindName = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
        String found = behindName ? documentation(before + "(", end + 1) : "";
        if (found.isEmpty()) {
            found = documentation(before, end);
        }
        return found;
    }

    private String documentation(String code, int cursor) {
        List<Documentation> found = analysis.documentation(code, cursor, false);
        if (found.size() > 1) {
            return found.stream()
                    .limit(MAX_SIGNATURES)
                    .map(Assistant::signature)
                    .collect(Collectors.joining("\n"));
        }
        return analysis.documentation(code, cursor, true).stream()
                .map(d -> d.javadoc() == null ? signature(d) : signature(d) + "\n\n" + Javadoc.text(d.javadoc()))
                .collect(Collectors.joining("\n"));
    }

    /** JShell's signature without the packages, and without the components of a record in front of its methods. */
    private static String signature(Documentation found) {
        String signature = found.signature();
        return signature.contains("(")
                ? signature.replaceAll("\\([^()]*\\)\\.", ".").replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
                : signature;
    }

    /** The protocol's word for {@code code}: complete, invalid, or the indentation of the next line. */
    String isComplete(String code) {
        List<Piece> pieces = parser.parse(code);
        if (pieces.isEmpty()) {
            return BaseKernel.IS_COMPLETE_YES;
        }
        return switch (pieces.get(pieces.size() - 1).kind()) {
            case UNFINISHED -> " ".repeat(INDENT * openBraces(code));
            case BROKEN -> BaseKernel.IS_COMPLETE_BAD;
            default -> BaseKernel.IS_COMPLETE_YES;
        };
    }

    private static int openBraces(String code) {
        int open = code.chars()
                .map(c -> "{(".indexOf(c) >= 0 ? 1 : "})".indexOf(c) >= 0 ? -1 : 0)
                .sum();
        return Math.max(0, open);
    }
}
