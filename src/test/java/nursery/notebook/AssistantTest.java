package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion, signatures and multi-line input. */
class AssistantTest {

    private static Assistant assistant;

    @BeforeAll
    static void start() throws CellError {
        var cells = new Evaluator();
        cells.evaluate("var names = List.of(\"a\");", 1);
        assistant = new Assistant(cells.analysis(), cells.parser());
    }

    @Test
    void completesVariablesAndMethods() {
        assertThat(complete("nam")).contains("names");
        assertThat(complete("names.subL")).containsExactly("subList(");
        assertThat(complete("int before = 1;\nnames.isE")).containsExactly("isEmpty()");
        assertThat(complete("zzzz.")).isEmpty();
    }

    @Test
    void offersWhatFitsTheTypeFirst() {
        assertThat(complete("int n = names.").get(0)).isIn("size()", "hashCode()", "indexOf(", "lastIndexOf(");
    }

    @Test
    void tellsSignaturesBehindANameAndInsideACall() {
        assertThat(assistant.inspect("names.subList(0, 1)", 10)).contains("subList(int", "int");
        assertThat(assistant.inspect("names.subList(", 14)).contains("subList(int");
        assertThat(assistant.inspect("Math", 2)).contains("java.lang.Math");
        assertThat(assistant.inspect("nonsense", 3)).isEmpty();
        assertThat(assistant.inspect("", 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "int i = 0;, complete",
        "names, complete",
        "'', complete",
        "%jars a.jar, complete",
        "int j = ;, invalid",
        "for (;;) {, '    '",
        "'class A { void b() {', '        '",
    })
    void knowsWhetherACellIsComplete(String code, String expected) {
        assertThat(assistant.isComplete(code)).isEqualTo(expected);
    }

    @Test
    void documentationIsPlainText() {
        assertThat(Javadoc.text(" Returns {@code a < b}.\n <p>See <b>x</b> &amp; {@link List}."))
                .isEqualTo("Returns a < b.\nSee x & List.");
    }

    private static List<String> complete(String code) {
        return assistant.complete(code, code.length()).getReplacements();
    }
}
