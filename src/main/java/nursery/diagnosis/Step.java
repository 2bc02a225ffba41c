package nursery.diagnosis;

import java.util.List;
import java.util.concurrent.CancellationException;
import nursery.Net;
import nursery.data.Split;
import nursery.report.Plot;

/** One step of the checklist. It changes nothing that the user has: it works on models and seeds of its own. */
public interface Step {

    /**
     * Makes the checks of this step.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    Report run(Net net, Split data);

    /** Runs steps in order under one title. An interrupt ends it within one training step and keeps what there is. */
    static Report all(String title, Net net, Split data, List<Step> steps) {
        Report report = new Report(title, List.of(), Plot.of());
        for (Step step : steps) {
            try {
                Probe.requireNotInterrupted();
                report = report.and(step.run(net, data));
            } catch (CancellationException e) {
                return report.and(interrupted());
            }
        }
        return report;
    }

    private static Report interrupted() {
        return Report.of(
                "",
                new Check(
                        "rest",
                        Status.WARN,
                        "all checks",
                        "interrupted",
                        "Run it again for the checks that are missing."));
    }
}
