package nursery.report;

import java.util.List;
import java.util.Map;
import nursery.report.PlotlyHtml.Picture;
import tech.tablesaw.plotly.components.Figure;

/** A Tablesaw figure that draws offline: a static picture first, Plotly where scripts run. */
public final class FigureHtml implements Displayable {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 340;

    private final Figure figure;

    private FigureHtml(Figure figure) {
        this.figure = figure;
    }

    /** Shows a figure. */
    public static FigureHtml of(Figure figure) {
        return new FigureHtml(figure);
    }

    @Override
    public String html() {
        var html = new PlotlyHtml();
        html.add(picture(), figure, List.of(), Map.of());
        return html.html();
    }

    private Picture picture() {
        Chart chart = FigureReader.chart(figure);
        return new Picture(chart.title(), chart.summary(), chart.caption(), chart.svg(WIDTH, HEIGHT), WIDTH);
    }

    /** Title, series and their numbers, as far as they can be read from the figure. */
    @Override
    public String toString() {
        Chart chart = FigureReader.chart(figure);
        return chart.title() + "\n" + chart.summary();
    }
}
