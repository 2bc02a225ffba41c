package nursery.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** Draws a {@link Chart} as SVG: title, legend, frame with ticks, bands, series, notes. */
final class SvgChart {

    private static final int TICK_SIZE = 12;
    private static final int LABEL_SIZE = 13;
    private static final int LONGEST_NAME = 110;
    private static final int SLANT = 40; // degrees
    private static final double SLOPE = Math.sin(Math.toRadians(SLANT));
    private static final double REACH = Math.cos(Math.toRadians(SLANT));
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
    private final double namesDown;
    private final List<Ticks.Tick> xTicks;
    private final List<Ticks.Tick> yTicks;

    SvgChart(Chart chart, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        legend = new SvgLegend(chart, width - 20);
        top = (chart.title().isEmpty() ? 12 : 32) + legend.height();
        namesDown = namesDown(chart.x().categories(), width);
        bottom = height - (chart.x().label().isEmpty() ? 24 : 44) - namesDown;
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

    /** How far names go down that are too long to stand side by side and so are slanted; 0 if they have the room. */
    private static double namesDown(List<String> names, int width) {
        double longest =
                names.stream().mapToDouble(n -> width(n, TICK_SIZE)).max().orElse(0);
        double apart = (width - 60.0) / Math.max(1, names.size());
        return longest <= Math.max(apart - 4, 40) ? 0 : SLOPE * Math.min(longest, LONGEST_NAME) - 8;
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
        double end = 0; // where the label before ended, so that none overlap
        double apart = xTicks.size() < 2
                ? right - left
                : plane.x().at(xTicks.get(1).value())
                        - plane.x().at(xTicks.get(0).value());
        double room = chart.x().categories().isEmpty() ? 90 : Math.max(apart - 4, 40);
        for (var tick : xTicks) {
            double at = plane.x().at(tick.value());
            page.add("<path d=\"M", at, " ", top, "V", bottom, "\" stroke=\"", Palette.GRID, "\"/>");
            if (namesDown > 0) {
                slanted(page, at, tick.label());
                continue;
            }
            String label = fit(tick.label(), room, TICK_SIZE);
            double half = width(label, TICK_SIZE) / 2;
            double center = Math.max(Math.min(at, width - half - 1), half + 1);
            if (center - half > end) {
                page.text(center, bottom + 16, "text-anchor=\"middle\" font-size=\"" + TICK_SIZE + "\"", label);
                end = center + half + 4;
            }
        }
    }

    private void slanted(SvgPlane page, double at, String name) {
        long x = Math.round(at + 4);
        long y = Math.round(bottom + 12);
        String look = "text-anchor=\"end\" font-size=\"" + TICK_SIZE + "\" transform=\"rotate(-" + SLANT + " " + x + " "
                + y + ")\"";
        page.text(x, y, look, fit(name, Math.min(LONGEST_NAME, x / REACH), TICK_SIZE));
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
        var crowd = new Crowd(chart, plane);
        chart.bands().forEach(band -> bandLabel(band, crowd));
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

    /** Along the band, beside a vertical line, where it hides the least of the data. */
    private void bandLabel(Band band, Crowd crowd) {
        var scale = band.horizontal() ? plane.y() : plane.x();
        double from = clamped(scale, band.from());
        double to = clamped(scale, band.to());
        double half = Math.min(width(band.label(), 12), right - left - 10) / 2;
        double bestX = 0;
        double bestY = 0;
        long fewest = Long.MAX_VALUE;
        for (double x : band.horizontal() ? new double[] {right - 5 - half, left + 5 + half} : across(from, to, half)) {
            for (double y : band.horizontal() ? along(from, to) : fromTopToBottom()) {
                double base = Math.min(Math.max(y, top + 13), bottom - 4);
                long hidden = crowd.within(x - half, base - 12, x + half, base + 4);
                if (band.horizontal() && from == to && base - 12 < to && to < base + 4) {
                    hidden += 5; // on its own line, where the frame leaves no room beside it
                }
                if (hidden < fewest) {
                    fewest = hidden;
                    bestX = x;
                    bestY = base;
                }
            }
        }
        words(bestX, bestY, "middle", BAND_TEXT, band.label());
    }

    /** Below the upper edge; or above the lower one, or above the line. */
    private static double[] along(double from, double to) {
        return new double[] {to + 13, from - to > 30 ? from - 5 : to - 5};
    }

    /** In the middle of a stretch; after a line, or before it. */
    private double[] across(double from, double to, double half) {
        double most = right - 5 - half;
        double least = left + 5 + half;
        return from < to
                ? new double[] {Math.max(Math.min((from + to) / 2, most), least)}
                : DoubleStream.of(to + 5 + half, to - 5 - half, (from + to) / 2)
                        .filter(x -> x >= least - 5 && x <= most + 5)
                        .toArray();
    }

    private double[] fromTopToBottom() {
        double quarter = (bottom - top) / 4;
        return new double[] {top + 13, bottom - 5, top + quarter, top + 2 * quarter, top + 3 * quarter};
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
