package nursery.report;

import java.util.List;
import java.util.stream.IntStream;

/** Draws a {@link Chart} as SVG: title, legend, frame with ticks, bands, series, notes. */
final class SvgChart {

    private static final int TICK_SIZE = 12;
    private static final int LABEL_SIZE = 13;
    private static final String BAND_TEXT = "#00634a";

    private final Chart chart;
    private final int width;
    private final int height;
    private final SvgLegend legend;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final SvgPlane plane;
    private final List<Ticks.Tick> xTicks;
    private final List<Ticks.Tick> yTicks;

    SvgChart(Chart chart, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        legend = new SvgLegend(chart, width - 20);
        top = (chart.title().isEmpty() ? 12 : 32) + legend.height();
        bottom = height - (chart.x().label().isEmpty() ? 24 : 44);
        var y = Frame.y(chart, bottom, top);
        yTicks = Ticks.of(y, Math.max(2, (int) (bottom - top) / 32));
        double labels = yTicks.stream()
                .mapToDouble(t -> width(t.label(), TICK_SIZE))
                .max()
                .orElse(0);
        left = (chart.y().label().isEmpty() ? 10 : 30) + Math.min(labels, width * 0.3);
        right = width - 14;
        var x = Frame.x(chart, left, right);
        xTicks = Ticks.of(x, Math.max(2, (int) (right - left) / 50));
        plane = new SvgPlane(x, y);
    }

    /** No font can be measured here: this is about the width in a wide one. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(SvgChart::width).sum();
    }

    /** Width of a letter as a share of its size. */
    private static double width(int letter) {
        if (letter == 'm' || letter == 'w' || letter == 'W' || letter == 'M') {
            return 0.95;
        }
        return " ijlt.,:;'|()[]".indexOf(letter) >= 0 ? 0.38 : Character.isUpperCase(letter) ? 0.7 : 0.6;
    }

    /** Cuts a text that would not fit, with an ellipsis. */
    static String fit(String text, double room, double size) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    String draw() {
        var out = new StringBuilder(Svg.open(width, height, chart.title(), chart.summary()));
        var page = new SvgPlane(plane.x(), plane.y());
        String head = "font-size=\"15\" font-weight=\"bold\" text-anchor=\"middle\"";
        page.text(width / 2.0, 21, head, fit(chart.title(), width - 10, 16));
        legend.draw(page, chart.title().isEmpty() ? 12 : 32);
        if (Frame.isEmpty(chart)) {
            page.rect(left, top, right - left, bottom - top, "fill=\"none\" stroke=\"#cccccc\"");
            page.text((left + right) / 2, (top + bottom) / 2, "text-anchor=\"middle\" font-size=\"14\"", "no data");
        } else {
            grid(page);
            series(page);
        }
        labels(page);
        return out.append(page).append("</svg>").toString();
    }

    private void grid(SvgPlane page) {
        for (var tick : yTicks) {
            double at = plane.y().at(tick.value());
            page.add("<path d=\"M", left, " ", at, "H", right, "\" stroke=\"", Palette.GRID, "\"/>");
            String label = fit(tick.label(), width * 0.3, TICK_SIZE);
            page.text(left - 5, at + 4, "text-anchor=\"end\" font-size=\"" + TICK_SIZE + "\"", label);
        }
        int names = chart.x().categories().size();
        double room = names == 0 ? 90 : Math.max((right - left) / names - 4, 40);
        double end = 0; // where the label before ended, so that none overlap
        for (var tick : xTicks) {
            double at = plane.x().at(tick.value());
            page.add("<path d=\"M", at, " ", top, "V", bottom, "\" stroke=\"", Palette.GRID, "\"/>");
            String label = fit(tick.label(), room, TICK_SIZE);
            double half = width(label, TICK_SIZE) / 2;
            double center = Math.min(at, width - half - 1);
            if (center - half > end) {
                page.text(center, bottom + 16, "text-anchor=\"middle\" font-size=\"" + TICK_SIZE + "\"", label);
                end = center + half + 4;
            }
        }
    }

    private void series(SvgPlane page) {
        // a nested svg clips at its border without needing an id
        double wide = right - left;
        double high = bottom - top;
        page.add("<svg x=\"", left, "\" y=\"", top, "\" width=\"", wide, "\" height=\"", high, "\" viewBox=\"");
        page.add(left, " ", top, " ", wide, " ", high, "\">");
        chart.bands().forEach(this::band);
        for (int i : chart.drawingOrder()) {
            chart.series().get(i).draw(plane, chart.style(i));
        }
        chart.bands().forEach(this::bandLabel);
        chart.notes().forEach(this::note);
        page.add(plane, "</svg>");
        page.rect(left, top, right - left, bottom - top, "fill=\"none\" stroke=\"#888888\"");
    }

    private void band(Band band) {
        var scale = band.horizontal() ? plane.y() : plane.x();
        double from = clamped(scale, band.from());
        double to = clamped(scale, band.to());
        if (band.from() == band.to()) {
            String dash = " stroke-dasharray=\"5 4\" stroke-opacity=\"0.8\"";
            if (!Double.isNaN(scale.at(band.from()))) {
                plane.line(
                        band.horizontal() ? left : from,
                        band.horizontal() ? from : top,
                        band.horizontal() ? right : from,
                        band.horizontal() ? from : bottom,
                        Palette.BAND,
                        dash);
            }
        } else if (band.horizontal()) {
            plane.rect(left, to, right - left, from - to, "fill=\"" + Palette.BAND + "\" fill-opacity=\"0.15\"");
        } else {
            plane.rect(from, top, to - from, bottom - top, "fill=\"" + Palette.BAND + "\" fill-opacity=\"0.15\"");
        }
    }

    /** In a horizontal stretch or at its line on the right, where it hides the least; beside a vertical line, or over a stretch. */
    private void bandLabel(Band band) {
        double to = clamped(band.horizontal() ? plane.y() : plane.x(), band.to());
        double from = clamped(band.horizontal() ? plane.y() : plane.x(), band.from());
        double wide = width(band.label(), 12);
        if (band.horizontal()) {
            double under = Math.max(to + 13, top + 13);
            double over = Math.max(from, top + 18) - 5;
            boolean above = band.from() == band.to()
                    && (under > bottom - 4 || hidden(right - 5 - wide, over) < hidden(right - 5 - wide, under));
            words(right - 5, above ? over : Math.min(under, bottom - 4), "end", BAND_TEXT, band.label());
        } else if (band.from() < band.to()) {
            double middle = Math.min((from + to) / 2, right - 5);
            words(middle, top + 13, anchor(middle, band.label()), BAND_TEXT, band.label());
        } else {
            boolean after = to + 5 + wide < right;
            words(after ? to + 5 : to - 5, top + 13, after ? "start" : "end", BAND_TEXT, band.label());
        }
    }

    /** How many points of the series a text on this base line, from x to the right end, would hide. */
    private long hidden(double x, double base) {
        return chart.series().stream()
                .mapToLong(s -> hidden(s.xs(), s.ys(), x, base))
                .sum();
    }

    private long hidden(double[] xs, double[] ys, double x, double base) {
        return IntStream.range(0, xs.length == 0 || ys.length % xs.length != 0 ? 0 : ys.length)
                .filter(i -> plane.x().at(xs[i % xs.length]) > x
                        && Math.abs(plane.y().at(ys[i]) - base + 4) < 9)
                .count();
    }

    private void note(Note note) {
        double atX = plane.x().at(note.x());
        double atY = plane.y().at(note.y());
        if (!Double.isNaN(atX) && !Double.isNaN(atY)) {
            String ring = "\" r=\"5.5\" fill=\"none\" stroke=\"#222222\"/>";
            plane.add("<circle cx=\"", atX, "\" cy=\"", atY, ring);
            boolean high = atY < top + 24;
            words(atX, high ? atY + 19 : atY - 9, anchor(atX, note.text()), Palette.TEXT, note.text());
        }
    }

    /** Text on a white edge, which keeps it readable on lines. */
    private void words(double atX, double atY, String anchor, String color, String text) {
        String edge = " stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
        String look = "font-size=\"12\" text-anchor=\"" + anchor + "\" fill=\"" + color + "\"" + edge;
        plane.text(atX, atY, look, fit(text, right - left - 10, 12));
    }

    /** Centered where there is room on both sides, else towards the middle. */
    private String anchor(double atX, String text) {
        double half = width(text, 12) / 2;
        if (atX - half < left + 2) {
            return "start";
        }
        return atX + half > right - 2 ? "end" : "middle";
    }

    private double clamped(Scale scale, double value) {
        return scale.at(scale.clamp(value));
    }

    private void labels(SvgPlane page) {
        String look = "text-anchor=\"middle\" font-size=\"" + LABEL_SIZE + "\"";
        page.text((left + right) / 2, height - 9, look, fit(chart.x().label(), right - left, LABEL_SIZE));
        double middle = Math.rint((top + bottom) / 2);
        String turned = look + " transform=\"rotate(-90 15 " + (int) middle + ")\"";
        page.text(15, middle, turned, fit(chart.y().label(), bottom - top, LABEL_SIZE));
    }
}
