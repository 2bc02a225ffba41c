package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
import tech.tablesaw.api.Table;

/**
 * What is wrong with a net, its loss, its trainer and its data before anything runs.
 *
 * @param program what was looked at
 * @param findings causes first, then remarks; none if there is nothing to say
 */
public record Review(Program program, List<Finding> findings) implements Result {

    /** Copies the list. */
    public Review {
        findings = List.copyOf(findings);
    }

    /** Looks for every symptom of {@code examination} that shows before a training. */
    public static Review of(Program program, Examination examination) {
        List<Finding> found = examination.symptoms().stream()
                .filter(Precheck.class::isInstance)
                .map(s -> ((Precheck) s).review(program))
                .flatMap(Optional::stream)
                .toList();
        return new Review(program, Examination.ranked(found));
    }

    /** Whether nothing is wrong; remarks that are only worth knowing do not count. */
    public boolean passed() {
        return findings.stream().noneMatch(Finding::warns);
    }

    /** One row for each finding: id, finding, severity, confidence, evidence, explanation, advice. */
    @Override
    public Table table() {
        return Findings.table("Review", findings);
    }

    /** The confidence of each finding, a color for each severity. */
    @Override
    public Plot plot() {
        Chart chart = Chart.of("Review").y("confidence").rangeY(0, 1);
        List<String> names = findings.stream().map(Finding::name).toList();
        for (Severity severity : Severity.values()) {
            double[] heights = findings.stream()
                    .mapToDouble(f -> f.severity() == severity ? f.confidence() : 0)
                    .toArray();
            if (Arrays.stream(heights).sum() > 0) {
                chart = chart.bars(severity.toString(), names, heights);
            }
        }
        return Plot.of(chart);
    }

    @Override
    public String html() {
        return Findings.html(heading(), findings, Result.super.html());
    }

    private String heading() {
        return Findings.heading(findings, "Nothing wrong found before the training.");
    }

    /** A paragraph for each finding. */
    @Override
    public String toString() {
        return Findings.text(heading(), findings);
    }
}
