package nursery.diagnosis;

import java.util.List;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.training.History;
import tech.tablesaw.api.Table;

/**
 * What went wrong in a training, with the evidence and what to do. It looks at the history, at the trained model and at
 * short trainings of copies, and changes nothing.
 *
 * @param history the training
 * @param findings causes first, then remarks; none if there is nothing to say
 * @param experiments what was tried on copies
 */
public record Diagnosis(History history, List<Finding> findings, List<Experiment> experiments) implements Result {
    /** Copies the lists. */
    public Diagnosis {
        findings = List.copyOf(findings);
        experiments = List.copyOf(experiments);
    }

    /** Looks for everything it knows, {@link Examination#usual()}. */
    public static Diagnosis of(History history) {
        return Examination.usual().of(history);
    }

    /** Whether nothing is wrong; remarks that are only worth knowing do not count. */
    public boolean healthy() {
        return findings.stream().noneMatch(Finding::warns);
    }

    /** One row for each finding: id, finding, severity, confidence, evidence, explanation, advice. */
    @Override
    public Table table() {
        return Rows.of("Diagnosis", findings)
                .text("id", Finding::id)
                .text("finding", Finding::name)
                .text("severity", Finding::severity)
                .number("confidence", Finding::confidence)
                .text("evidence", Finding::evidence)
                .text("explanation", Finding::explanation)
                .text("advice", Finding::advice)
                .table();
    }

    /** The curves that it looked at. */
    @Override
    public Plot plot() {
        return history.plot();
    }

    /** What was found in words; "nothing wrong found" on a healthy net. */
    @Override
    public String html() {
        return healthy() ? "<p>" + nursery.report.Html.escape(summary()) + "</p>" + rest() : Result.super.html();
    }

    private String rest() {
        return findings.isEmpty() ? "" : Result.super.html();
    }

    private String summary() {
        return "Nothing wrong found in " + history.epochs().size() + " epochs, " + history.steps() + " steps.";
    }

    /** A paragraph for each finding. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                healthy() ? summary() : findings.size() == 1 ? "1 finding:" : findings.size() + " findings:");
        for (Finding f : findings) {
            text.append(String.format(
                    "%n%s (%s): %s.%n    %s%n    %s",
                    f.name(), f.severity(), f.evidence(), f.explanation(), f.advice()));
        }
        return text.toString();
    }
}
