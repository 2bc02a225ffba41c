package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping a cell. */
class KernelInterruptTest {

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
    void aLoopThatPollsStopsAndTheRestOfTheCellRuns() {
        String cell = running("while (!Thread.interrupted()) { }\nSystem.out.println(\"rest\");\n\"value\"");
        kernel.interrupt();
        var answer = kernel.answer(cell);
        assertThat(answer.status()).isEqualTo("ok");
        assertThat(answer.printed("stdout")).contains("rest");
        assertThat(answer.value("text/plain")).isEqualTo("value");
        assertThat(kernel.execute("Thread.currentThread().isInterrupted()").value("text/plain"))
                .isEqualTo("false");
    }

    @Test
    void aFlagThatIsLeftBehindDoesNotReachTheCompiler() {
        var answer = kernel.execute("""
                Thread.currentThread().interrupt();
                var rows = org.ejml.simple.SimpleMatrix.identity(2).getNumRows();
                rows + " " + Thread.currentThread().isInterrupted()
                """);
        assertThat(answer.value("text/plain")).isEqualTo("2 true");
    }

    @Test
    void oneInterruptEndsAnEndlessLoopAfterAMoment() {
        String cell = running("while (true) { }");
        kernel.interrupt();
        assertThat(kernel.answer(cell).all("error").get(0).get("ename").getAsString())
                .isEqualTo("Interrupted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "for (int i = 0; ; i++) { try { Thread.sleep(1); } catch (Exception e) { } }",
                "Stream.generate(() -> 1).forEach(i -> { });",
                "while (true) System.out.println(\"spam\");",
                "IntStream.range(0, 2_000_000_000).parallel().forEach(i -> Math.sin(i));",
            })
    void twoInterruptsEndAnything(String endless) {
        String cell = running(endless);
        kernel.interrupt();
        kernel.interrupt();
        assertThat(kernel.answer(cell).status()).isEqualTo("error");
        assertThat(kernel.execute("\"alive\"").value("text/plain")).isEqualTo("alive");
    }

    @Test
    void anInterruptAbortsTheCellsThatWait() {
        String cell = running("Thread.sleep(1_000_000);");
        String waiting = kernel.send("1");
        kernel.interrupt();
        assertThat(kernel.answer(cell).status()).isEqualTo("error");
        assertThat(kernel.answer(waiting).status()).isEqualTo("aborted");
    }

    @Test
    void anInterruptWithoutARunningCellDoesNothing() {
        kernel.interrupt();
        assertThat(kernel.execute("40 + 2").value("text/plain")).isEqualTo("42");
    }

    /** Sends a cell and returns when it runs. */
    private static String running(String code) {
        String cell = kernel.send("System.out.println(\"go\");\n" + code);
        kernel.awaitPublished(cell, "stream");
        return cell;
    }
}
