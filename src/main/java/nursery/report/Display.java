package nursery.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows results while a cell runs: {@code Display.show(result)}, or a picture that changes:
 *
 * <pre>{@code
 * var chart = Display.live();
 * chart.update(first);      // appears
 * chart.update(second);     // takes its place
 * chart.finish(last);       // the one that stays
 * }</pre>
 *
 * <p>Without a notebook, {@link #show} and {@link Live#finish} print the text of what they are given to standard
 * output and {@link Live#update} prints nothing, so that a long training does not flood the terminal. The methods
 * return nothing, so that a cell does not echo them.
 */
public final class Display {

    private static volatile @Nullable Screen screen;
    private static @Nullable Live spare; // an emptied place of the running cell
    private static boolean cellsKnown;

    private Display() {}

    /** Shows {@code d} below the running cell. */
    public static void show(Displayable d) {
        live().finish(d);
    }

    /** A place for a picture that changes; nothing appears before its first update. */
    public static Live live() {
        return new Live();
    }

    /**
     * A place for a line that comes and goes. One that {@link #giveBack} has returned in the same cell is used again, so that
     * a cell with many of them ends with one empty place and not with one for each.
     */
    static synchronized Live passing() {
        Live place = spare;
        spare = null;
        return place == null ? live() : place;
    }

    /** Returns an emptied place; a kernel that does not announce its cells gets a new one every time. */
    static synchronized void giveBack(Live place) {
        spare = cellsKnown ? place : null;
    }

    /** Announces that another cell runs from now on, below which new places belong. */
    public static synchronized void nextCell() {
        cellsKnown = true;
        spare = null;
    }

    /** Draws on {@code screen} from now on; kernels call this once. */
    public static void use(Screen screen) {
        Display.screen = screen;
    }

    /** One picture that changes. How often it is redrawn is the caller's choice: five times a second is plenty. */
    public static final class Live {

        private final String id = UUID.randomUUID().toString();
        private boolean shown;

        private Live() {}

        /** Shows {@code d}, in the place of what was shown before. */
        public void update(Displayable d) {
            Screen s = screen;
            if (s != null) {
                draw(s, d);
            }
        }

        /** Like {@link #update}, for the picture that stays; the only one that is printed where no notebook is. */
        public void finish(Displayable d) {
            Screen s = screen;
            if (s != null) {
                draw(s, d);
            } else {
                System.out.println(d);
            }
        }

        /** Shows what is there for the first time, or changes it. */
        synchronized void draw(Screen s, Displayable d) {
            if (shown) {
                s.update(id, d);
            } else {
                s.show(id, d);
                shown = true;
            }
        }
    }
}
