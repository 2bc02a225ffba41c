package nursery.report;

/**
 * Something that a notebook shows: HTML for the front end and {@link #toString()} as text/plain beside it.
 *
 * <p>The one seam between results and kernels: whatever implements it is rendered by the Nursery kernel, by JJava and
 * by IJava alike, and prints as text everywhere else.
 */
public interface Displayable {

    /** A fragment of HTML that shows this object; texts from the user are escaped in it. */
    String html();
}
