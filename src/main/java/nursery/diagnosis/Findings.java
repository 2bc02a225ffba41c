package nursery.diagnosis;

import java.util.List;
import nursery.report.Html;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/** How findings are shown. */
final class Findings {
    private Findings() {}

    /** One row for each: id, finding, severity, confidence, evidence, explanation, advice. */
    static Table table(String title, List<Finding> findings) {
        return Rows.of(title, findings)
                .text("id", Finding::id)
                .text("finding", Finding::name)
                .text("severity", f -> f.severity())
                .number("confidence", f -> f.confidence())
                .text("evidence", Finding::evidence)
                .text("explanation", Finding::explanation)
                .text("advice", Finding::advice)
                .table();
    }

    /** A heading, then a paragraph for each. */
    static String text(String heading, List<Finding> findings) {
        StringBuilder text = new StringBuilder(heading);
        for (Finding f : findings) {
            text.append(String.format(
                    "%n%s %s (%s): %s.%n    %s%n    %s",
                    f.id(), f.name(), f.severity(), f.evidence(), f.explanation(), f.advice()));
        }
        return text.toString();
    }

    /** The heading, and the table under it unless it is empty. */
    static String html(String heading, List<Finding> findings, String table) {
        return "<p>" + Html.escape(heading) + "</p>" + (findings.isEmpty() ? "" : table);
    }

    /** {@code healthy}, or how many findings there are. */
    static String heading(List<Finding> findings, String healthy) {
        long wrong = findings.stream().filter(Finding::warns).count();
        return wrong == 0 ? healthy : wrong == 1 ? "1 finding:" : wrong + " findings:";
    }
}
