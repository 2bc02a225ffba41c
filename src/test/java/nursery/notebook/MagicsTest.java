package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line magics. */
class MagicsTest {

    @TempDir
    private Path folder;

    private final List<String> added = new ArrayList<>();
    private final Magics magics = new Magics(added::add);

    @Test
    void jarsTakesFilesFoldersAndGlobs() throws Exception {
        Path a = jar("a.jar");
        Path b = jar("b c.jar");
        Files.writeString(folder.resolve("notes.txt"), "no jar");
        magics.run("%jars " + a);
        magics.run("%jars " + folder);
        magics.run("%jars \"" + folder.resolve("b*.jar") + "\"");
        assertThat(added).containsExactly(a.toString(), a.toString(), b.toString(), b.toString());
    }

    @Test
    void classpathTakesSeveralPaths() throws Exception {
        Path a = jar("a.jar");
        magics.run("%classpath " + folder + java.io.File.pathSeparator + a);
        assertThat(added).containsExactly(folder.toString(), a.toString());
    }

    @Test
    void whatIsMissingIsNamed() {
        refuses("%jars " + folder.resolve("no*.jar"), "%jars: no jar found at " + folder.resolve("no*.jar"));
        refuses("%classpath " + folder.resolve("no"), "%classpath: no such file or folder: " + folder.resolve("no"));
        refuses("%jars", "%jars needs files or folders, such as %jars libs/*.jar");
        refuses("%maven a:b", "%maven expects group:artifact:version, received a:b");
        assertThat(added).isEmpty();
    }

    @Test
    void aCellMixesMagicsAndCode() throws Exception {
        var cells = new Evaluator();
        Files.writeString(folder.resolve("Here.txt"), "text");
        Object value = cells.evaluate(
                "int a = 5;\n%classpath " + folder + "\nint b = 3;\n"
                        + "a\n%b + Thread.currentThread().getContextClassLoader().getResource(\"Here.txt\").getPath()",
                1);
        assertThat(String.valueOf(value)).startsWith("2").endsWith("Here.txt");
    }

    @Test
    void aMagicThatFailsNamesItsLine() {
        var cells = new Evaluator();
        assertThatThrownBy(() -> cells.evaluate("int a = 1;\n%jars nowhere.jar", 1))
                .isInstanceOfSatisfying(CellError.class, e -> {
                    assertThat(e.name()).isEqualTo("MagicError");
                    assertThat(e.lines()).last().isEqualTo("--> line 2 | %jars nowhere.jar");
                });
    }

    private void refuses(String line, String message) {
        assertThatThrownBy(() -> magics.run(line))
                .isInstanceOf(MagicException.class)
                .hasMessage(message);
    }

    private Path jar(String name) throws IOException {
        Path jar = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setComment("empty");
        }
        return jar;
    }
}
