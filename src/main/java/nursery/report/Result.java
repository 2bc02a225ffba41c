package nursery.report;

import tech.tablesaw.api.Table;

/** What a run, a check or a search came to: a table in long form, a plot, and a text. */
public interface Result extends Displayable {

    /** The numbers as a Tablesaw table in long form. */
    Table table();

    /** The numbers as a picture, shown inline and convertible to a Tablesaw figure. */
    Plot plot();

    /** The table. */
    @Override
    default String html() {
        return TableHtml.of(table()).html();
    }
}
