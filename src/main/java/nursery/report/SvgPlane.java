package nursery.report;

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

    /** Appends markup: numbers in pixels with one decimal, everything else as it is, its texts safe already. */
    void add(Object... parts) {
        for (var part : parts) {
            if (part instanceof Double pixels) {
                appendPixels(out, pixels);
            } else {
                out.append(part);
            }
        }
    }

    /** Thousands of these make a picture that may be drawn several times a second: String.format would be too slow. */
    static void appendPixels(StringBuilder out, double pixels) {
        long tenths = Math.round(pixels * 10);
        out.append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10);
        if (tenths % 10 != 0) {
            out.append('.').append(Math.abs(tenths) % 10);
        }
    }

    void line(double x1, double y1, double x2, double y2, String color, String dash) {
        add("<path d=\"M", x1, " ", y1, "L", x2, " ", y2, "\" stroke=\"", color, "\" stroke-width=\"2\"", dash, "/>");
    }

    void rect(double left, double top, double width, double height, String attributes) {
        add("<rect x=\"", left, "\" y=\"", top, "\" width=\"", width, "\" height=\"", height, "\" ", attributes, "/>");
    }

    void text(double atX, double atY, String attributes, String text) {
        add("<text x=\"", atX, "\" y=\"", atY, "\" ", attributes, ">", Html.escape(text), "</text>");
    }

    /** A dot whose shape tells series apart without color. */
    void marker(double atX, double atY, int shape, String color) {
        switch (shape % 5) {
            case 0 -> add("<circle cx=\"", atX, "\" cy=\"", atY, "\" r=\"3.2\" fill=\"", color, "\"/>");
            case 1 -> rect(atX - 3, atY - 3, 6, 6, "fill=\"" + color + "\"");
            case 2 -> shape(atX, atY, "m-3.8 3l3.8 -7l3.8 7z", color);
            case 3 -> shape(atX, atY, "m-4.2 0l4.2 -4.2l4.2 4.2l-4.2 4.2z", color);
            default -> {
                String cross = "l6 6m0 -6l-6 6\" stroke=\"" + color + "\" stroke-width=\"2\"/>";
                add("<path d=\"M", atX - 3, " ", atY - 3, cross);
            }
        }
    }

    private void shape(double atX, double atY, String path, String color) {
        add("<path d=\"M", atX, " ", atY, path, "\" fill=\"", color, "\"/>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
