package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * What some checks came to: status, expected, actual and advice of each.
 *
 * @param title what was checked
 * @param checks in the order they were made
 * @param evidence pictures of what was measured on the way, perhaps none
 */
public record Report(String title, List<Check> checks, Plot evidence) implements Result {

    /** Copies the list. */
    public Report {
        checks = List.copyOf(checks);
    }

    static Report of(String title, Check... checks) {
        return new Report(title, List.of(checks), Plot.of());
    }

    /** This report with the checks and pictures of another. */
    Report and(Report more) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(more.checks);
        return new Report(title, all, evidence.and(more.evidence));
    }

    /** Whether no check failed. A warning does not count as a failure. */
    public boolean passed() {
        return checks.stream().noneMatch(c -> c.status() == Status.FAIL);
    }

    /**
     * This report, if it {@linkplain #passed passed}.
     *
     * @throws IllegalStateException with the first check that failed, its numbers and its advice, and the names of others
     */
    public Report orThrow() {
        List<Check> failed =
                checks.stream().filter(c -> c.status() == Status.FAIL).toList();
        if (failed.isEmpty()) {
            return this;
        }
        Check first = failed.get(0);
        String others = failed.stream().skip(1).map(Check::name).collect(Collectors.joining(", "));
        throw new IllegalStateException(title + ": " + first.name() + " failed: expected " + first.expected()
                + ", received " + first.actual() + "; " + first.advice()
                + (others.isEmpty() ? "" : " (also failed: " + others + ")"));
    }

    /** One row for each check: check, status, expected, actual, advice. */
    @Override
    public Table table() {
        return Rows.of(title, checks)
                .text("check", Check::name)
                .text("status", Check::status)
                .text("expected", Check::expected)
                .text("actual", Check::actual)
                .text("advice", Check::advice)
                .table();
    }

    /** A bar for each check in the color of its status, then the pictures of what was measured. */
    @Override
    public Plot plot() {
        List<String> names = checks.stream().map(Check::name).toList();
        Chart chart = Chart.of(title).x("check").rangeY(0, 1);
        for (Status status : Status.values()) {
            double[] heights = checks.stream()
                    .mapToDouble(c -> c.status() == status ? 1 : 0)
                    .toArray();
            if (Arrays.stream(heights).sum() > 0) {
                chart = chart.bars(status.toString(), names, heights);
            }
        }
        return Plot.of(chart).and(evidence);
    }

    /** A paragraph for each check. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title);
        for (Check c : checks) {
            text.append(String.format(
                    "%n%-4s  %s: expected %s; found %s%n      %s",
                    c.status(), c.name(), c.expected(), c.actual(), c.advice()));
        }
        return text.toString();
    }
}
