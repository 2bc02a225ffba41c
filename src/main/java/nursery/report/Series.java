package nursery.report;

import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.traces.Trace;

/** One set of data in a {@link Chart}; every kind knows its static and its interactive drawing. */
public interface Series {

    /** The name in the legend; empty to stay out of it. */
    String name();

    /** The numbers behind the drawing in one line of text. */
    String summary();

    /** What the reader must know to read the drawing correctly, such as gaps, without a full stop; empty if nothing. */
    String caption(Axis x, Axis y);

    /** Horizontal places that the x axis must reach. */
    double[] xs();

    /** Vertical places that the y axis must reach. */
    double[] ys();

    /** Whether the drawing reaches both ends of the x axis, as a histogram does: no air is left there. */
    default boolean fillsX() {
        return false;
    }

    /** Whether the drawing reaches both ends of the y axis, as a heat map does. */
    default boolean fillsY() {
        return false;
    }

    /** Whether the drawing lies under all others. Such series come last, so that they take no color from others. */
    default boolean lowest() {
        return false;
    }

    /** The places x and y of a path over what is drawn, none where single dots are: words keep off it. */
    default double[][] ink() {
        return new double[2][0];
    }

    /** Draws the static picture in the style of the index-th series. */
    void draw(SvgPlane plane, int index);

    /** Draws the key of the legend within a box of 18 by 10 pixels around the point (x, y). */
    void key(SvgPlane plane, int index, double x, double y);

    /** The same for Plotly. */
    List<PlotlyTrace> traces(int index);

    /**
     * A Tablesaw trace and the attributes that Tablesaw cannot express.
     *
     * @param trace the trace
     * @param extra further Plotly attributes by name
     */
    record PlotlyTrace(Trace trace, Map<String, Object> extra) {}
}
