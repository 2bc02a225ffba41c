package nursery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every committed notebook must be, before anybody runs it. */
class NotebooksTest {
    private static final int LARGEST = 100_000; // bytes
    private static final int WIDEST = 105; // letters that an exported page shows of a line of code
    private static final Path INDEX = Path.of("notebooks/00-start-here.ipynb");
    private static final Pattern ITEM = Pattern.compile("^\\| (\\d+) \\|[^|]*\\|([^|]*)\\|$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
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

    /** The tables of notebook 00 name the cells whose metadata name the item; none of 148 items is left out. */
    @Test
    void everyItemOfTheLectureHasTheCellsThatTheIndexLists() throws IOException {
        Map<Integer, List<String>> covering = new TreeMap<>();
        for (Path file : notebooks()) {
            String name = file.getFileName().toString();
            cells(file)
                    .forEach(cell -> cell.at("/metadata/items")
                            .forEach(item -> covering.computeIfAbsent(item.asInt(), i -> new ArrayList<>())
                                    .add(name + "#" + cell.get("id").asText())));
        }
        Map<Integer, List<String>> listed = new TreeMap<>();
        cells(INDEX)
                .filter(c -> c.get("id").asText().startsWith("items-"))
                .forEach(c -> source(c)
                        .lines()
                        .flatMap(line -> ITEM.matcher(line).results())
                        .forEach(row -> assertThat(listed.put(
                                        Integer.valueOf(row.group(1)),
                                        LINK.matcher(row.group(2))
                                                .results()
                                                .map(link -> link.group(1))
                                                .toList()))
                                .as("rows of item %s", row.group(1))
                                .isNull()));

        List<Integer> items = IntStream.rangeClosed(1, 148).boxed().toList();
        assertThat(covering.keySet()).as("items that a cell covers").containsExactlyElementsOf(items);
        assertThat(listed.keySet()).as("rows in %s", INDEX).containsExactlyElementsOf(items);
        listed.forEach((item, cells) -> assertThat(cells)
                .as("cells of item %d in %s; to write them anew: src/test/notebooks/item_map.py", item, INDEX)
                .isEqualTo(covering.getOrDefault(item, List.of())));
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
