package nursery.report;

import java.util.Locale;
import java.util.function.Supplier;

/** A plot that is drawn anew while something is trained, with progress and the time left; at most five times a second. */
public final class LivePlot {
    private static final long BETWEEN_NANOS = 200_000_000;

    private final String unit;
    private final Display.Live live = Display.live();
    private final long start = System.nanoTime();
    private long drawn = start;

    /** A plot of steps. */
    public LivePlot() {
        this("step");
    }

    /** A plot of other units, such as trials. */
    public LivePlot(String unit) {
        this.unit = unit;
    }

    /** Says that so many of so many steps are done; draws when the last drawing is old enough. */
    public void step(long steps, long totalSteps, Supplier<Plot> plot) {
        long now = System.nanoTime();
        if (now - drawn >= BETWEEN_NANOS) {
            live.update(new View(progress(steps, totalSteps, now - start), plot.get(), false));
            drawn = System.nanoTime();
        }
    }

    /** Draws what stays: {@code end} says how it ended. */
    public void finish(long steps, String end, Plot plot) {
        live.finish(new View(steps + " " + unit + "s, " + end, plot, true));
    }

    private String progress(long steps, long totalSteps, long nanos) {
        double share = (double) steps / totalSteps;
        long left = Math.round(nanos * 1e-9 * (1 - share) / share);
        return String.format(
                Locale.ROOT,
                "%s %,d of %,d (%.0f %%), %d:%02d left",
                unit,
                steps,
                totalSteps,
                100 * share,
                left / 60,
                left % 60);
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
