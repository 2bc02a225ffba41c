package nursery.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** Runs cells, one after the other, in a JShell that lives inside this JVM. */
final class Evaluator {

    /** What a cell without a value returns. */
    static final Object NOTHING = new Object();

    private static final int MAX_PLACES = 5;

    private final CellControl control = new CellControl();
    private final JShell shell =
            JShell.builder().executionEngine(new InThisJvm(control), Map.of()).build();
    private final CellParser parser = new CellParser(shell.sourceCodeAnalysis());
    private final Magics magics = new Magics(shell::addToClasspath);
    private final Map<String, Origin> origins = new HashMap<>();

    Evaluator() {
        Imports.all().forEach(shell::eval); // an import of a package that is not there is rejected, and that is all
        LibrarySources.showTo(shell.sourceCodeAnalysis());
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    CellParser parser() {
        return parser;
    }

    /**
     * Runs a cell and returns the value of its last expression, or {@link #NOTHING}.
     *
     * <p>The cell is parsed to its end first, so that a typing error in the last line leaves nothing half done.
     */
    @Nullable
    Object evaluate(String cell, int number) throws CellError {
        List<Piece> pieces = parser.parse(cell);
        for (Piece piece : pieces) {
            refuseBroken(piece, new Origin(number, cell, piece.offset()));
        }
        Object value = NOTHING;
        var declared = new ArrayList<DeclarationSnippet>();
        for (Piece piece : pieces) {
            var origin = new Origin(number, cell, piece.offset());
            if (piece.kind() == Piece.Kind.MAGIC) {
                runMagic(piece.source(), origin);
                value = NOTHING;
            } else {
                value = run(piece.source(), origin, declared);
            }
        }
        refuseUnresolved(declared);
        return value;
    }

    /** An error that came out of the kernel's own work for a cell, such as rendering its value. */
    static CellError failed(Throwable error) {
        return ErrorText.thrown(error, List.of());
    }

    private void refuseBroken(Piece piece, Origin origin) throws CellError {
        if (piece.kind() == Piece.Kind.UNFINISHED) {
            throw CompileText.unfinished(origin);
        }
        if (piece.kind() == Piece.Kind.BROKEN) {
            SnippetEvent event = shell.eval(piece.source()).get(0); // does not parse, so nothing runs
            throw CompileText.rejected(shell.diagnostics(event.snippet()).toList(), origin);
        }
    }

    private void runMagic(String line, Origin origin) throws CellError {
        try {
            magics.run(line);
        } catch (MagicException e) {
            throw ErrorText.plain(
                    "MagicError",
                    ErrorText.clean(e.getMessage()),
                    List.of(ErrorText.place(origin, origin.line(1), false)));
        }
    }

    private @Nullable Object run(String source, Origin origin, List<DeclarationSnippet> declared) throws CellError {
        Object value = NOTHING;
        for (SnippetEvent event : shell.eval(source)) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) {
                continue; // an earlier snippet that was compiled again because of this one
            }
            origins.put(snippet.id(), origin);
            Object result = control.takeValue();
            Throwable thrown = control.takeError();
            if (event.exception() != null) {
                throw told(event.exception(), thrown, origin);
            }
            if (event.status() == Snippet.Status.REJECTED) {
                throw CompileText.rejected(shell.diagnostics(snippet).toList(), origin);
            }
            if (snippet instanceof DeclarationSnippet declaration) {
                declared.add(declaration);
            }
            value = showsValue(snippet.subKind()) ? result : NOTHING;
        }
        return value;
    }

    private static boolean showsValue(SubKind kind) {
        return kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || kind == SubKind.VAR_VALUE_SUBKIND
                || kind == SubKind.OTHER_EXPRESSION_SUBKIND;
    }

    /** Whatever a cell declares has to compile at the end of the cell; JShell would wait for the first call. */
    private void refuseUnresolved(List<DeclarationSnippet> declared) throws CellError {
        for (DeclarationSnippet snippet : declared) {
            List<String> missing = shell.unresolvedDependencies(snippet).toList();
            if (!missing.isEmpty()) {
                Origin origin = Objects.requireNonNull(origins.get(snippet.id()));
                throw CompileText.unresolved(snippet.name(), missing, origin);
            }
        }
    }

    private CellError told(JShellException exception, @Nullable Throwable thrown, Origin origin) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            DeclarationSnippet snippet = unresolved.getSnippet();
            return CompileText.unresolved(
                    snippet.name(), shell.unresolvedDependencies(snippet).toList(), origin);
        }
        return ErrorText.thrown(thrown == null ? exception : thrown, places((EvalException) exception, origin));
    }

    /** The lines of cells that an exception came through, innermost first; JShell names its frames "#id". */
    private List<String> places(EvalException exception, Origin running) {
        var places = new ArrayList<String>();
        for (StackTraceElement frame : exception.getStackTrace()) {
            String file = frame.getFileName();
            Origin origin = file != null && file.startsWith("#") ? origins.get(file.substring(1)) : null;
            if (origin != null) {
                String place =
                        ErrorText.place(origin, origin.line(frame.getLineNumber()), origin.cell() != running.cell());
                if (!places.contains(place) && places.size() < MAX_PLACES) {
                    places.add(place);
                }
            }
        }
        return places.isEmpty() ? List.of(ErrorText.place(running, running.line(1), false)) : places;
    }

    private record InThisJvm(ExecutionControl control) implements ExecutionControlProvider {

        @Override
        public String name() {
            return "nursery";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
