package nursery.diagnosis;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import nursery.Net;
import nursery.data.Split;
import nursery.report.Plot;
import nursery.report.Progress;

/** Steps one after another, in one report. An interrupt ends it within one training step and keeps what there is. */
public final class Steps {
    private Steps() {}

    /**
     * Runs all steps, whatever they come to.
     *
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     */
    public static Report run(String title, Net net, Split data, List<Step> steps) {
        List<Supplier<Report>> parts = steps.stream()
                .<Supplier<Report>>map(step -> () -> step.run(net, data))
                .toList();
        return collect(title, parts, false);
    }

    /** Runs the parts in order, up to the first that fails if {@code stopAtFailure}. */
    static Report collect(String title, List<Supplier<Report>> parts, boolean stopAtFailure) {
        Report report = new Report(title, List.of(), Plot.of());
        try (var progress = new Progress(title, parts.size())) {
            for (Supplier<Report> part : parts) {
                progress.next();
                Probe.requireNotInterrupted();
                report = report.and(part.get());
                if (stopAtFailure && !report.passed()) {
                    return report;
                }
            }
        } catch (CancellationException e) {
            return report.and(interrupted());
        }
        return report;
    }

    private static Report interrupted() {
        return Report.of(
                "",
                new Check(
                        "the rest",
                        Status.WARN,
                        "all checks",
                        "interrupted",
                        "Run the cell again for the checks that are missing."));
    }
}
