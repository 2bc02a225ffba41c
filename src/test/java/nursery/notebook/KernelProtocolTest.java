package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Nursery kernel as a front end sees it. */
class KernelProtocolTest {

    private static KernelClient kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = KernelClient.start(NurseryKernel.class);
    }

    @AfterAll
    static void stop() throws IOException {
        kernel.close();
    }

    @Test
    void aCellAnswersWithItsValue() {
        var answer = kernel.execute("1 + 1");
        assertThat(answer.status()).isEqualTo("ok");
        assertThat(answer.value("text/plain")).isEqualTo("2");
        assertThat(answer.all("execute_input")).hasSize(1);
    }

    @Test
    void aTableArrivesAsEscapedHtmlAndAsText() {
        var answer = kernel.execute("Table.create(\"t\", StringColumn.create(\"a<b\", \"x&y\"))");
        assertThat(answer.value("text/html"))
                .contains("<table", "a&lt;b", "x&amp;y")
                .doesNotContain("a<b");
        assertThat(answer.value("text/plain")).contains("a<b", "x&y");
    }

    @Test
    void aResultDefinedInACellIsDrawn() {
        var answer = kernel.execute("""
                record Bold(String s) implements nursery.report.Displayable {
                  public String html() { return "<b>" + s + "</b>"; }
                  public String toString() { return s; }
                }
                new Bold("hi");""");
        assertThat(answer.value("text/html")).isEqualTo("<b>hi</b>");
        assertThat(answer.value("text/plain")).isEqualTo("hi");
    }

    @Test
    void aLivePictureIsShownOnceAndThenReplaced() {
        var answer = kernel.execute("""
                record P(int n) implements nursery.report.Displayable {
                  public String html() { return "<i>" + n + "</i>"; }
                }
                var live = nursery.report.Display.live();
                live.update(new P(1)); live.update(new P(2)); live.finish(new P(3));""");
        JsonObject shown = answer.all("display_data").get(0);
        var updates = answer.all("update_display_data");
        assertThat(answer.all("display_data")).hasSize(1);
        assertThat(updates).hasSize(2);
        assertThat(updates.get(1).getAsJsonObject("data").get("text/html").getAsString())
                .isEqualTo("<i>3</i>");
        assertThat(updates.get(1).get("transient")).isEqualTo(shown.get("transient"));
        assertThat(shown.getAsJsonObject("transient").get("display_id").getAsString())
                .isNotEmpty();
    }

    @Test
    void printedTextArrivesInOrderOnItsStream() {
        var answer = kernel.execute("""
                for (int i = 0; i < 3000; i++) System.out.println(i);
                System.err.println("oops"); System.out.print("é end");""");
        assertThat(answer.printed("stdout").lines())
                .hasSize(3001)
                .startsWith("0", "1")
                .endsWith("2999", "é end");
        assertThat(answer.printed("stderr")).isEqualTo("oops\n");
        assertThat(answer.all("stream")).hasSizeLessThan(300);
    }

    @Test
    void anErrorIsOneLineAndThePlaceInTheCell() {
        var answer = kernel.execute("int a = 1;\nint b = a / (a - 1);");
        assertThat(answer.status()).isEqualTo("error");
        JsonObject error = answer.all("error").get(0);
        assertThat(error.get("ename").getAsString()).isEqualTo("ArithmeticException");
        assertThat(error.get("evalue").getAsString()).isEqualTo("/ by zero");
        assertThat(error.getAsJsonArray("traceback").toString())
                .contains("--> line 2 | int b = a / (a - 1);")
                .doesNotContain("jshell", "nursery.notebook");
        assertThat(answer.reply().get("ename").getAsString()).isEqualTo("ArithmeticException");
    }

    @Test
    void anErrorAbortsTheCellsThatWaitBehindIt() {
        String failing = kernel.send("Thread.sleep(200); throw new IllegalStateException(\"stop\");");
        String waiting = kernel.send("int neverRun = 1;");
        assertThat(kernel.answer(failing).status()).isEqualTo("error");
        assertThat(kernel.answer(waiting).status()).isEqualTo("aborted");
        assertThat(kernel.execute("neverRun").status()).isEqualTo("error");
        assertThat(kernel.execute("\"next\"").value("text/plain")).isEqualTo("next");
    }

    @Test
    void aQuestionToTheUserIsAnswered() {
        String cell = kernel.send("\"hi \" + new Scanner(System.in).nextLine()", true);
        kernel.answerQuestion("Ada");
        assertThat(kernel.answer(cell).value("text/plain")).isEqualTo("hi Ada");
    }

    @Test
    void aQuestionThatNobodyCanAnswerIsRefused() {
        var answer = kernel.execute("new Scanner(System.in).nextLine()");
        assertThat(answer.all("error").get(0).get("evalue").getAsString()).contains("nobody can answer System.in");
    }

    @Test
    void helpsWhileTyping() {
        JsonObject completion = kernel.request("complete_request", "\"abc\".subst", 11);
        assertThat(completion.getAsJsonArray("matches").toString()).contains("substring(");
        assertThat(completion.get("cursor_start").getAsInt()).isEqualTo(6);
        JsonObject inspection = kernel.request("inspect_request", "List.of(1)", 7);
        assertThat(inspection.get("found").getAsBoolean()).isTrue();
        assertThat(inspection.getAsJsonObject("data").get("text/plain").getAsString())
                .contains("of(E e1, E e2)");
        assertThat(kernel.request("is_complete_request", "for (;;) {", 0)
                        .get("status")
                        .getAsString())
                .isEqualTo("incomplete");
    }

    @Test
    void tellsWhatTheDocumentationSays() {
        JsonObject inspection = kernel.request("inspect_request", "Data.digits(100, 1)", 9);
        assertThat(inspection.getAsJsonObject("data").get("text/plain").getAsString())
                .startsWith("Dataset Data.digits(int rows, long seed)")
                .contains("@param seed");
    }

    @Test
    void theKernelItselfWritesNothingToStandardError() throws IOException {
        kernel.execute("Table.create(\"t\", DoubleColumn.create(\"v\", 1.5))");
        assertThat(kernel.processErrors()).isEmpty();
    }
}
