package nursery.report;

import java.util.List;
import java.util.Map;
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
        var chart = FigureReader.chart(figure);
        String svg = chart.series().isEmpty() ? words(chart) : chart.svg(WIDTH, HEIGHT);
        return new Picture(
                chart.title(),
                chart.series().isEmpty() ? chart.remark() : chart.summary(),
                chart.caption(),
                svg,
                WIDTH);
    }

    /** A box that says where the figure can be seen, for kinds that have no static drawing. */
    private static String words(Chart chart) {
        return Svg.open(WIDTH, 120, chart.title(), chart.remark())
                + "<rect x=\"1\" y=\"1\" width=\"558\" height=\"118\" rx=\"4\" fill=\"none\" stroke=\"#888888\"/>"
                + "<text x=\"20\" y=\"45\" font-size=\"16\" font-weight=\"bold\">"
                + Html.escape(SvgChart.fit(chart.title(), WIDTH - 40, 17))
                + "</text><text x=\"20\" y=\"80\" font-size=\"14\">"
                + "Trust this notebook or run the cell to see this interactive figure.</text></svg>";
    }

    /** Title, series and their numbers, as far as they can be read from the figure. */
    @Override
    public String toString() {
        var chart = FigureReader.chart(figure);
        return (chart.title() + "\n" + (chart.series().isEmpty() ? "" : chart.summary()) + "\n" + chart.caption())
                .strip();
    }
}
