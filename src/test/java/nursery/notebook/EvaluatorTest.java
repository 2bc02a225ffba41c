package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell returns, and what it says when it fails. */
class EvaluatorTest {

    private static Evaluator cells;

    @BeforeAll
    static void start() {
        cells = new Evaluator();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1 | 2",
                "1 + 2; | 3",
                "int v1 = 5; v1 | 5",
                "int v2 = 5; // five, then a comment | NOTHING",
                "var v3 = 1; | NOTHING",
                "int v4; v4 = 3 | NOTHING",
                "int v5 = 1; v5++ | 1",
                "'for (int i = 0; i < 3; i++) { }' | NOTHING",
                "System.out.print(\"\"); | NOTHING",
                "1 // one | 1",
                "// nothing | NOTHING",
                "'record P1(int a) { } ; new P1(2).a()' | 2",
                "'List.of(1, 2).stream().map(i -> 2 * i).toList()' | '[2, 4]'",
            })
    void showsTheLastExpressionAndNothingElse(String cell, String expected) throws CellError {
        Object value = cells.evaluate(cell, 1);
        assertThat(value == Evaluator.NOTHING ? "NOTHING" : String.valueOf(value))
                .isEqualTo(expected);
    }

    @Test
    void aChainMayStartItsLinesWithADot() throws CellError {
        assertThat(cells.evaluate("var chain = List.of(3, 1)\n    .stream()\n    .sorted();\nchain\n  .toList()", 1))
                .isEqualTo(List.of(1, 3));
    }

    @Test
    void aShownValueIsTheObjectItselfAndStaysAvailable() throws CellError {
        Object value = cells.evaluate("var kept = new ArrayList<Integer>(); kept", 1);
        assertThat(value).isInstanceOf(List.class);
        assertThat(cells.evaluate("kept", 2)).isSameAs(value);
    }

    @Test
    void aNullIsAValue() throws CellError {
        assertThat(cells.evaluate("Map.of().get(1)", 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Files.class",
                "List.class",
                "Function.class",
                "Stream.class",
                "Table.class",
                "Net.class",
                "relu()"
            })
    void importsWhatTheCellsOfALectureNeed(String cell) throws CellError {
        assertThat(cells.evaluate(cell, 1)).isNotNull();
    }

    @Test
    void anErrorNamesTheLineAndTheWayThere() {
        runs("int half(int i) {\n  return i / 0;\n}", 7);
        var error = fails("int x = 1;\n\n// a comment\nhalf(x);");
        assertThat(error.name()).isEqualTo("ArithmeticException");
        assertThat(error).hasMessage("/ by zero");
        assertThat(plain(error))
                .containsExactly(
                        "ArithmeticException: / by zero",
                        "--> cell [7], line 2 | return i / 0;",
                        "--> line 4 | half(x);");
    }

    @Test
    void anErrorInALibraryNamesTheLineOfTheCell() {
        assertThat(plain(fails("int n = 1;\nObjects\n    .checkIndex(3, 1);")))
                .containsExactly(
                        "IndexOutOfBoundsException: Index 3 out of bounds for length 1",
                        "--> line 3 | .checkIndex(3, 1);");
    }

    @Test
    void causesAreToldInShort() {
        assertThat(plain(fails("throw new IllegalStateException(\"outer\", new java.io.IOException(\"inner\"));")))
                .last()
                .isEqualTo("Caused by IOException: inner");
        assertThat(plain(fails("throw new RuntimeException(new java.io.IOException(\"same\"));")))
                .containsExactly(
                        "RuntimeException: java.io.IOException: same",
                        "--> line 1 | throw new RuntimeException(new java.io.IOException(\"same\"));");
    }

    @Test
    void aClassOfTheCellHasItsOwnName() {
        var error =
                fails("class Mine extends RuntimeException { Mine(String m) { super(m); } }\nthrow new Mine(\"m\");");
        assertThat(error.name()).isEqualTo("Mine");
        assertThat(fails("Object o = 1; class Theirs { } var t = (Theirs) o;").getMessage())
                .doesNotContain("REPL")
                .contains("Theirs");
    }

    @Test
    void aCompileErrorShowsTheLineWithACaret() {
        assertThat(plain(fails("int ok = 1;\n\tint wrong = \"a\";")))
                .containsExactly(
                        "CompileError: line 2: incompatible types: java.lang.String cannot be converted to int",
                        "--> line 2 | \tint wrong = \"a\";",
                        "             \t            ^^^");
        assertThat(fails("int q = foo(3);")).hasMessage("line 1: cannot find symbol: method foo(int)");
    }

    @Test
    void aCellThatCannotBeParsedDoesNotRunAtAll() throws CellError {
        cells.evaluate("int ran = 0;", 1);
        assertThat(fails("ran = 1;\nint y = ;")).hasMessage("line 2: illegal start of expression");
        assertThat(fails("ran = 2;\nfor (;;) {")).hasMessageStartingWith("line 2: the cell ends in the middle");
        assertThat(cells.evaluate("ran", 2)).isEqualTo(0);
    }

    @Test
    void aMethodThatUsesSomethingUnknownIsReportedWhereItIsDeclared() throws CellError {
        assertThat(fails("\nint typo() { return lenght; }"))
                .hasMessage("line 2: typo uses what is not declared: variable lenght");
        cells.evaluate("int first() { return second(); }\nint second() { return 2; }", 1);
        assertThat(cells.evaluate("first()", 2)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3)",
                "Runtime.getRuntime().exit(3)",
                "Runtime.getRuntime().halt(3)",
                "Runnable r = () -> System.exit(3); r.run();"
            })
    void exitIsRefused(String cell) {
        assertThat(fails(cell)).hasMessageStartingWith("System.exit(3) in a cell would end the kernel");
    }

    @Test
    void endlessRecursionIsAnError() {
        var error = fails("int deep(int n) { return 1 + deep(n); }\ndeep(1)");
        assertThat(plain(error).get(0)).isEqualTo("StackOverflowError");
        assertThat(plain(error)).hasSizeLessThan(8);
    }

    private static void runs(String cell, int number) {
        try {
            cells.evaluate(cell, number);
        } catch (CellError e) {
            throw new AssertionError(e);
        }
    }

    private static CellError fails(String cell) {
        return catchThrowableOfType(CellError.class, () -> cells.evaluate(cell, 100));
    }

    private static List<String> plain(CellError error) {
        return error.lines().stream()
                .map(l -> l.replaceAll("\u001b\\[[\\d;]*m", ""))
                .toList();
    }
}
