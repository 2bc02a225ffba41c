package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import nursery.report.Chart;
import nursery.report.Html;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * The evidence of a finding: the statistic against its threshold, and what short trainings of copies showed.
 *
 * @param diagnosis what it belongs to
 * @param finding what was found
 */
public record Why(Diagnosis diagnosis, Finding finding) implements Result {

    /** One row: statistic, value, threshold, source, layer, step. */
    @Override
    public Table table() {
        return Rows.of("Evidence", List.of(finding.evidence()))
                .text("statistic", Evidence::statistic)
                .number("value", Evidence::value)
                .number("threshold", Evidence::threshold)
                .text("source", Evidence::source)
                .text("layer", Evidence::layer)
                .count("step", Evidence::step)
                .table();
    }

    /** The experiments beside the training as it was, and the curves. */
    @Override
    public Plot plot() {
        Plot plot = Plot.of();
        for (Experiment e : diagnosis.experiments()) {
            double[] before = e.asItWas();
            plot = plot.and(Plot.of(Chart.of(e.what())
                    .x("step")
                    .y("relative loss")
                    .line(
                            e.resumed() ? "last steps before" : "as it was",
                            Arrays.copyOf(before, Math.min(before.length, 3 * e.steps())))
                    .line(e.what(), e.changed())));
        }
        return plot.and(diagnosis.history().plot());
    }

    /** The words, and the charts of what was tried. */
    @Override
    public String html() {
        return "<pre>" + Html.escape(toString()) + "</pre>" + plot().html();
    }

    /** The numbers, the explanation, the advice and the fix. */
    @Override
    public String toString() {
        Evidence e = finding.evidence();
        StringBuilder text = new StringBuilder(String.format(
                "%s %s (%s, confidence %s)%n  %s.%n  %s: %s, threshold %s (%s)",
                finding.id(),
                finding.name(),
                finding.severity(),
                Numbers.format(finding.confidence(), 2),
                e,
                e.statistic(),
                Numbers.brief(e.value()),
                Numbers.brief(e.threshold()),
                e.source()));
        diagnosis.experiments().forEach(x -> text.append(String.format("%n  tried: %s.", x)));
        text.append(String.format("%n  %s%n  %s", finding.explanation(), finding.advice()));
        finding.fix().ifPresent(f -> text.append(String.format("%n  fix(): %s", f)));
        return text.toString();
    }
}
