package nursery.report;

import java.util.Optional;
import tech.tablesaw.plotly.components.Figure;

/** One picture of a {@link Plot}: a {@link Chart} or an {@link ImageGrid}. */
public interface Panel {

    /** The headline. */
    String title();

    /** The numbers behind the picture as a few lines of text. */
    String summary();

    /** What the reader must know to read the picture correctly; empty if nothing. */
    String caption();

    /**
     * The static picture: a complete SVG element without ids, styles or addresses, so that several fit on one page.
     *
     * @param width width of its view box in pixels
     * @param height height of its view box in pixels; a picture whose shape follows from its content may differ
     */
    String svg(int width, int height);

    /** The same picture for Tablesaw, with user texts made safe; empty where only the static picture makes sense. */
    Optional<Figure> figure(int width, int height);
}
