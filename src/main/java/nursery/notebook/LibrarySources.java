package nursery.notebook;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Shows JShell Nursery's own documentation comments: the jar carries its sources in META-INF/sources.
 *
 * <p>JShell looks for sources in the JDK alone and has no setting for more, so this reaches into it, which needs
 * {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}. Where that does not work, signatures come without comments.
 */
final class LibrarySources {

    private LibrarySources() {}

    static void showTo(SourceCodeAnalysis analysis) {
        URL folder = LibrarySources.class.getResource("/META-INF/sources");
        if (folder == null) {
            return;
        }
        try {
            Method jdk = analysis.getClass().getDeclaredMethod("findSources");
            Field known = analysis.getClass().getDeclaredField("availableSources");
            jdk.setAccessible(true);
            known.setAccessible(true);
            var sources = new ArrayList<Object>((Collection<?>) jdk.invoke(analysis));
            sources.add(path(folder.toURI()));
            known.set(analysis, sources);
        } catch (ReflectiveOperationException | IOException | URISyntaxException | RuntimeException notThisJdk) {
            // signatures alone, then
        }
    }

    /** A folder, or one inside a jar, which stays open as long as the kernel lives. */
    @SuppressWarnings("MustBeClosedChecker")
    private static Path path(URI folder) throws IOException {
        if (folder.getScheme().equals("jar")) {
            FileSystems.newFileSystem(folder, Map.of());
        }
        return Path.of(folder);
    }
}
