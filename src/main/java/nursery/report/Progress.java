package nursery.report;

import java.util.Locale;

/**
 * A line that tells how far a long call has come, and the time left. It appears below the running cell once the call has lasted a moment,
 * and is empty again at its end, ready for the next such call of the cell; outside a notebook there is none.
 */
public final class Progress implements AutoCloseable {
    private static final long MOMENT_NANOS = 500_000_000;

    private final String title;
    private final int total;
    private final Display.Live live = Display.passing();
    private final long start = System.nanoTime();
    private int begun;
    private boolean shown;

    /** A call of {@code total} parts. */
    public Progress(String title, int total) {
        this.title = title;
        this.total = total;
    }

    /** Says that the next part begins. */
    public void next() {
        begun++;
        long passed = System.nanoTime() - start;
        if (passed >= MOMENT_NANOS) {
            live.update(new Line(title + ": " + begun + " of " + total + " …" + left(passed * 1e-9)));
            shown = true;
        }
    }

    /** The time left, as long as the parts before took for each; none is known before the first is over. */
    private String left(double passed) {
        if (begun < 2) {
            return "";
        }
        long left = Math.round(passed / (begun - 1) * (total - begun + 1));
        return String.format(Locale.ROOT, " %d:%02d left", left / 60, left % 60);
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown) {
            live.update(new Line(""));
        }
        Display.giveBack(live);
    }

    private record Line(String text) implements Displayable {
        @Override
        public String html() {
            return text.isEmpty() ? "" : "<p>" + Html.escape(text) + "</p>";
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
