package nursery.report;

import java.util.Locale;

/** The area of a static picture between the axes, with the scales that place data on it. */
public final class SvgPlane {

    private final Scale x;
    private final Scale y;
    private final StringBuilder out = new StringBuilder();

    SvgPlane(Scale x, Scale y) {
        this.x = x;
        this.y = y;
    }

    Scale x() {
        return x;
    }

    Scale y() {
        return y;
    }

    /** Appends markup whose numbers are formatted without a locale and whose texts are safe already. */
    void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    void line(double x1, double y1, double x2, double y2, String color, String dash) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"%s/>",
                x1, y1, x2, y2, color, dash);
    }

    void rect(double left, double top, double width, double height, String attributes) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>", left, top, width, height, attributes);
    }

    void text(double atX, double atY, String attributes, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", atX, atY, attributes, Html.escape(text));
    }

    /** A dot whose shape tells series apart without color. */
    void marker(double atX, double atY, int shape, String color) {
        switch (shape % 5) {
            case 0 -> add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\" fill=\"%s\"/>", atX, atY, color);
            case 1 -> rect(atX - 3, atY - 3, 6, 6, "fill=\"" + color + "\"");
            case 2 -> shape(atX, atY, "-3.8 3 0 -4 3.8 3", color);
            case 3 -> shape(atX, atY, "-4.2 0 0 -4.2 4.2 0 0 4.2", color);
            default ->
                add("<path d=\"M%.1f %.1fl6 6m0 -6l-6 6\" stroke=\"%s\" stroke-width=\"2\"/>", atX - 3, atY - 3, color);
        }
    }

    private void shape(double atX, double atY, String corners, String color) {
        add("<polygon points=\"%s\" transform=\"translate(%.1f %.1f)\" fill=\"%s\"/>", corners, atX, atY, color);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
