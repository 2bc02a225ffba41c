package nursery.report;

/**
 * Something that a notebook shows: HTML for the front end and {@link Object#toString()} as text/plain beside it.
 *
 * <p>The one seam between results and kernels: whatever implements it is rendered by the Nursery kernel, by JJava and
 * by IJava alike, and prints as text everywhere else.
 */
public interface Displayable {

    /** {@return a fragment of HTML that shows this object, with texts from the user escaped} */
    String html();
}
