package nursery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every committed notebook must be, before anybody runs it. */
class NotebooksTest {
    private static final int LARGEST = 100_000; // bytes
    private static final int WIDEST = 105; // letters that an exported page shows of a line of code
    private static final String ID = "[a-zA-Z0-9_-]{1,64}"; // nbformat

    @ParameterizedTest
    @MethodSource("notebooks")
    void isForTheNurseryKernel(Path file) {
        JsonNode notebook = read(file);

        assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.get("nbformat_minor").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(notebook.at("/metadata/kernelspec/name").asText()).isEqualTo("nursery");
        assertThat(notebook.at("/metadata/kernelspec/display_name").asText()).isEqualTo("Java (Nursery)");
        assertThat(notebook.at("/metadata/kernelspec/language").asText()).isEqualTo("java");
        assertThat(notebook.at("/metadata/language_info/name").asText()).isEqualTo("java");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void isCommittedWithoutOutputs(Path file) throws IOException {
        assertThat(codeCells(file))
                .as("cells with outputs; clear them: jupyter nbconvert --clear-output --inplace %s", file)
                .noneMatch(c ->
                        c.get("outputs").size() > 0 || !c.get("execution_count").isNull());
        assertThat(Files.size(file)).isLessThan(LARGEST);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void namesEachCellOnce(Path file) {
        assertThat(cells(file).map(c -> c.get("id").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches(ID));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void keepsItsCodeReadableOnAPage(Path file) {
        assertThat(codeCells(file).flatMap(c -> source(c).lines())).allMatch(line -> line.length() <= WIDEST);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void checksItsClaims(Path file) {
        assertThat(codeCells(file).map(NotebooksTest::source))
                .anyMatch(code -> code.contains("check(") || code.contains("throw new AssertionError("));
    }

    @Test
    void babysittingHasOneChecklistToPrint() {
        assertThat(codeCells(Path.of("notebooks/05-babysitting.ipynb")))
                .filteredOn(c -> c.at("/metadata/tags").toString().contains("\"checklist\""))
                .singleElement()
                .extracting(NotebooksTest::source)
                .asString()
                .contains("Checklist.run(net, data)");
    }

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    private static Stream<JsonNode> codeCells(Path file) {
        return cells(file).filter(c -> c.get("cell_type").asText().equals("code"));
    }

    private static Stream<JsonNode> cells(Path file) {
        return StreamSupport.stream(read(file).get("cells").spliterator(), false);
    }

    private static String source(JsonNode cell) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        return source.toString();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
