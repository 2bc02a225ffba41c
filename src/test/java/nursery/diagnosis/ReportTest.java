package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportTest {
    private final Check good = new Check("initial loss", Status.PASS, "about 2.303", "2.301", "Go on.");
    private final Check mild = new Check("scale", Status.WARN, "up to 10", "255", "Normalize.");
    private final Check bad = new Check("overfit", Status.FAIL, "20 of 20", "3 of 20", "Look for a bug.");
    private final Check worse = new Check("gradients", Status.FAIL, "1e-7", "0.3", "Derive again.");

    @Test
    void a_warning_passes_and_a_failure_does_not() {
        assertThat(Report.of("Checklist", good, mild).passed()).isTrue();
        assertThat(Report.of("Checklist", good, mild).orThrow().checks()).containsExactly(good, mild);
        assertThat(Report.of("Checklist", good, bad).passed()).isFalse();
    }

    @Test
    void or_throw_says_everything_in_its_first_line() {
        assertThatThrownBy(() -> Report.of("Checklist", good, bad, worse).orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Checklist: overfit failed: expected 20 of 20, received 3 of 20; Look for a bug."
                        + " (also failed: gradients)");
    }

    @Test
    void the_table_is_long_and_the_page_escapes_what_it_shows() {
        Report report = Report.of("Checklist", new Check("a<b", Status.PASS, "<i>", "&", "\"x\""), bad);

        assertThat(report.table().columnNames()).containsExactly("check", "status", "expected", "actual", "advice");
        assertThat(report.table().stringColumn("status").asList()).containsExactly("pass", "fail");
        assertThat(report.html()).contains("a&lt;b").doesNotContain("<i>");
    }

    @Test
    void the_text_tells_status_and_advice_of_every_check() {
        assertThat(Report.of("Checklist", good, bad).toString().lines())
                .containsExactly(
                        "Checklist",
                        "pass  initial loss: expected about 2.303; found 2.301",
                        "      Go on.",
                        "fail  overfit: expected 20 of 20; found 3 of 20",
                        "      Look for a bug.");
        assertThat(Report.of("Checklist", good, bad).plot().toString())
                .contains("pass")
                .contains("fail");
    }
}
