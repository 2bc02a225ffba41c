package nursery.training;

import java.util.Locale;
import java.util.Optional;
import nursery.report.Display;
import nursery.report.Displayable;
import nursery.report.Html;
import nursery.report.Plot;

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
        private static final long BETWEEN_NANOS = 200_000_000;

        private final Display.Live live = Display.live();
        private final long start = System.nanoTime();
        private long drawn = start;

        @Override
        public Optional<String> afterStep(History history) {
            long now = System.nanoTime();
            if (now - drawn >= BETWEEN_NANOS) {
                live.update(new View(progress(history, now - start), history.plot(), false));
                drawn = System.nanoTime();
            }
            return Optional.empty();
        }

        @Override
        public void afterTraining(History history) {
            String end = history.stopReason().map(r -> "stopped: " + r).orElse("done");
            live.finish(new View(history.steps() + " steps, " + end, history.plot(), true));
        }

        private static String progress(History history, long nanos) {
            double share = (double) history.steps() / history.totalSteps();
            long left = Math.round(nanos * 1e-9 * (1 - share) / share);
            return String.format(
                    Locale.ROOT,
                    "step %,d of %,d (%.0f %%), %d:%02d left",
                    history.steps(),
                    history.totalSteps(),
                    100 * share,
                    left / 60,
                    left % 60);
        }
    }

    /** A line of progress over the plot; only the last one is interactive, for an update has to be cheap. */
    private record View(String line, Plot plot, boolean last) implements Displayable {

        @Override
        public String html() {
            return "<p>" + Html.escape(line) + "</p>" + (last ? plot.html() : plot.staticHtml());
        }

        @Override
        public String toString() {
            return line;
        }
    }
}
