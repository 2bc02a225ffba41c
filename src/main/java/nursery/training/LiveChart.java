package nursery.training;

import java.util.Optional;
import nursery.report.LivePlot;

/** Draws loss and accuracy while a net is trained, with progress and the time left; at most five times a second. */
public record LiveChart() implements Callback {

    @Override
    public Callback begin(History history) {
        return new Drawing();
    }

    @Override
    public String toString() {
        return "live()";
    }

    /** The drawing of one training. */
    private static final class Drawing implements Callback {
        private final LivePlot live = new LivePlot();

        @Override
        public Optional<String> afterStep(History history) {
            live.step(history.steps(), history.totalSteps(), history::plot);
            return Optional.empty();
        }

        @Override
        public void afterTraining(History history) {
            String end = history.stopReason().map(r -> "stopped: " + r).orElse("done");
            live.finish(history.steps(), end, history.plot());
        }
    }
}
