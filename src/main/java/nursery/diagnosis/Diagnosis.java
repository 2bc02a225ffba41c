package nursery.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.training.History;
import tech.tablesaw.api.Table;

/**
 * What went wrong in a training, with the evidence and what to do. It looks at the history and at the trained model, and
 * changes neither.
 *
 * @param history the training
 * @param findings the worst first; none if nothing is wrong
 */
public record Diagnosis(History history, List<Finding> findings) implements Result {
    private static final List<Symptom> SYMPTOMS = List.of(
            new HighInitialLoss(),
            new LossStandsStill(),
            new DeadUnits(),
            new UpdateSize(),
            new Overfitting(),
            new StillImproving(),
            new Underfitting());

    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Looks for everything it knows. A training that diverged shows nothing else that means anything but how it began. */
    public static Diagnosis of(History history) {
        Optional<Finding> divergence = new Divergence().look(history);
        List<Symptom> symptoms = divergence.isPresent() ? List.of(new Divergence(), new HighInitialLoss()) : SYMPTOMS;
        return new Diagnosis(
                history,
                symptoms.stream()
                        .map(s -> s.look(history))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList());
    }

    /** Whether nothing is wrong; remarks that are only worth knowing do not count. */
    public boolean healthy() {
        return findings.stream().allMatch(f -> f.severity() == Severity.INFO);
    }

    /** One row for each finding: finding, severity, evidence, explanation, advice. */
    @Override
    public Table table() {
        return Rows.of("Diagnosis", findings)
                .text("finding", Finding::name)
                .text("severity", Finding::severity)
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
