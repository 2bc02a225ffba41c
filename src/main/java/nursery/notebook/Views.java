package nursery.notebook;

import java.util.function.Function;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.report.DataHtml;
import nursery.report.Displayable;
import nursery.report.FigureHtml;
import nursery.report.TableHtml;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** What a notebook draws, and how; the same for every kernel. */
final class Views {

    private Views() {}

    /** A kernel's way to take them. */
    interface Renderers {
        <T> void add(Class<T> type, Function<T, Displayable> view);
    }

    static void register(Renderers renderers) {
        renderers.add(Displayable.class, d -> d);
        renderers.add(Dataset.class, DataHtml::of);
        renderers.add(Split.class, DataHtml::of);
        renderers.add(Table.class, TableHtml::of);
        renderers.add(Figure.class, FigureHtml::of);
    }
}
