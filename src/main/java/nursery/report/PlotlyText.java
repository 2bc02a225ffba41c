package nursery.report;

/** User texts for Tablesaw's templates, which put them between single quotes of a script. */
final class PlotlyText {

    private PlotlyText() {}

    /**
     * Takes out what would end the quoted text (Tablesaw escapes neither backslashes nor line breaks) and what Plotly
     * reads as markup. Quotes and angle brackets are escaped by Tablesaw itself.
     */
    static String quoted(String text) {
        return text.replace('\\', '\u2216').replaceAll("\\R|\\p{Cntrl}", " ");
    }

    /** Takes out the meaning that Plotly gives to markup; of the entities it knows few, so only these are used. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
