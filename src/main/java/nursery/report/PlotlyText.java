package nursery.report;

/** User texts for Tablesaw's templates, which put them between single quotes of a script. */
final class PlotlyText {

    private PlotlyText() {}

    /**
     * Takes out what would end the quoted text (Tablesaw escapes neither backslashes nor line breaks) and what Plotly
     * reads as markup. Quotes and angle brackets are escaped by Tablesaw itself.
     */
    static String of(String text) {
        return text.replace('\\', '\u2216').replaceAll("\\R|\\p{Cntrl}", " ");
    }
}
