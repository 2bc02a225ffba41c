package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
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

    /** The evidence of a finding: its number against the threshold, and the experiments that were made for it. */
    public Why why(Finding finding) {
        return new Why(this, finding);
    }

    /** What sets a training apart from a healthy twin. */
    public static Comparison compare(History healthy, History faulty) {
        return Comparison.of(healthy, faulty);
    }

    /** One row for each finding: id, finding, severity, confidence, evidence, explanation, advice. */
    @Override
    public Table table() {
        return Findings.table("Diagnosis", findings);
    }

    /** The loss by step, with the findings where they begin, and the curves of the history. */
    @Override
    public Plot plot() {
        return Plot.of(annotated()).and(history.plot());
    }

    private Chart annotated() {
        double[] losses = history.stepLosses();
        double most = Arrays.stream(losses).filter(Double::isFinite).max().orElse(1);
        Chart chart = Chart.of("Loss with what was found").x("step").y("loss").line("loss", losses);
        int row = 0;
        for (Finding f : findings) {
            if (f.warns()) {
                int step = Math.max(1, f.evidence().step());
                chart = chart.note(step, most * (1 - 0.08 * row++), f.id() + " " + f.name());
            }
        }
        return chart;
    }

    /** What was found in words, and the table. */
    @Override
    public String html() {
        return Findings.html(summary(), findings, Result.super.html());
    }

    private String summary() {
        return Findings.heading(
                findings,
                "Nothing wrong found in " + history.epochs().size() + " epochs, " + history.steps() + " steps.");
    }

    /** A paragraph for each finding. */
    @Override
    public String toString() {
        return Findings.text(summary(), findings);
    }
}
