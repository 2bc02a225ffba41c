package nursery.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Figure;

/**
 * One or several pictures side by side: what every result's {@code plot()} returns.
 *
 * <p>In a notebook it shows a static picture that Plotly replaces with an interactive one as soon as scripts run; the
 * picture stays where they do not. Outside a notebook it prints the numbers behind the picture.
 *
 * @param panels the pictures, left to right
 */
public record Plot(List<Panel> panels) implements Displayable {

    /** Copies the list. */
    public Plot {
        panels = List.copyOf(panels);
    }

    /** Puts pictures side by side. */
    public static Plot of(Panel... panels) {
        return new Plot(List.of(panels));
    }

    /** This plot followed by another. */
    public Plot and(Plot other) {
        return new Plot(Stream.concat(panels.stream(), other.panels.stream()).toList());
    }

    /** The first picture as a Tablesaw figure. */
    public Figure figure() {
        return figures().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this plot has no chart that Tablesaw could draw"));
    }

    /** The pictures as Tablesaw figures, without those that are images only. */
    public List<Figure> figures() {
        return panels.stream()
                .flatMap(panel -> panel.figure(width(), height()).stream())
                .toList();
    }

    /** The static pictures, replaced by Plotly where scripts run; every call takes new element ids. */
    @Override
    public String html() {
        var html = new PlotlyHtml();
        for (var panel : panels) {
            if (panel instanceof Chart chart) {
                html.add(
                        picture(panel),
                        PlotlyFigures.figure(chart, width(), height()),
                        PlotlyFigures.traceExtras(chart),
                        PlotlyFigures.layoutExtras(chart, width()));
            } else {
                html.add(picture(panel), null, List.of(), Map.of());
            }
        }
        return html.html();
    }

    /** The static pictures alone, as inline SVG without scripts: cheap enough to be sent several times a second. */
    public String staticHtml() {
        return Picture.row(panels.stream()
                .map(panel -> picture(panel).html(panel.svg(width(), height()), "nursery-picture"))
                .toList());
    }

    private Picture picture(Panel panel) {
        return new Picture(panel.title(), panel.summary(), panel.caption(), panel.svg(width(), height()), width());
    }

    /**
     * The more pictures, the smaller each, so that labels keep their size: two or three fit beside each other on an exported
     * page, whose outputs are 858 pixels wide.
     */
    private int width() {
        return panels.size() == 1 ? 560 : panels.size() == 2 ? 424 : 279;
    }

    private int height() {
        return panels.size() == 1 ? 340 : panels.size() == 2 ? 300 : 240;
    }

    /** Titles, series and their first, last, smallest and largest values. */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        for (var panel : panels) {
            lines.add(panel.title());
            lines.add(panel.summary());
            if (!panel.caption().isEmpty()) {
                lines.add("  " + panel.caption());
            }
        }
        return String.join("\n", lines);
    }
}
