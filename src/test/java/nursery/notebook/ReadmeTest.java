package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What the README and its neighbor print can be typed, and what they point at is there. */
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("^```java\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MAGIC = Pattern.compile("^%.*", Pattern.MULTILINE); // its jars are the tests' own
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern CELL_END = Pattern.compile("\\n\\n(?=\\S)");
    private static final String INHERITED = "extends LayerContractTest";
    private static final Path PICTURE = Path.of("src/docs/babysitting.svg");

    @Test
    void theReadmesCellsRun() throws Exception {
        run(javaBlocks("README.md").stream()
                .map(block -> MAGIC.matcher(block).replaceAll("").replace("digits(4000,", "digits(1500,")));
    }

    @Test
    void theLayerToAddInFiveMinutesRuns() throws Exception {
        run(javaBlocks("CONTRIBUTING.md").stream().filter(block -> !block.contains(INHERITED)));
    }

    @Test
    void itsTestIsOneOfOurs() throws IOException {
        String ours = Files.readString(Path.of("src/test/java/nursery/layers/ScaleTest.java"));

        assertThat(javaBlocks("CONTRIBUTING.md"))
                .filteredOn(block -> block.contains(INHERITED))
                .singleElement()
                .satisfies(block -> assertThat(block.lines()).allMatch(ours::contains));
    }

    @Test
    void theImportCellForOtherKernelsIsWhatOursImports() throws IOException {
        String cell = javaBlocks("README.md").stream()
                .filter(block -> block.startsWith("%jars"))
                .findFirst()
                .orElseThrow();

        assertThat(cell.lines().filter(line -> line.startsWith("import ")))
                .containsExactlyInAnyOrderElementsOf(Imports.all().toList());
    }

    @Test
    void everyImportedPackageExists() throws Exception {
        for (String line : Imports.all().toList()) {
            assertThat(new Evaluator().evaluate(line, 1)).isSameAs(Evaluator.NOTHING);
        }
    }

    @Test
    void thePictureIsAFileOfItsOwn() throws Exception {
        String picture = Files.readString(PICTURE);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);

        var root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)))
                .getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getAttribute("viewBox")).isNotEmpty();
        assertThat(picture).doesNotContain("href", "<script", "url(").hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
    void whatItPointsAtIsThere(String page) throws IOException {
        assertThat(LINK.matcher(Files.readString(Path.of(page))).results().map(m -> m.group(1)))
                .isNotEmpty()
                .allMatch(link -> Files.exists(Path.of(link)));
    }

    private static void run(Stream<String> blocks) throws Exception {
        Evaluator kernel = new Evaluator();
        for (String cell : blocks.flatMap(CELL_END::splitAsStream).toList()) {
            kernel.evaluate(cell, 1);
        }
    }

    private static List<String> javaBlocks(String page) throws IOException {
        return JAVA.matcher(Files.readString(Path.of(page)))
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
