package nursery.report;

import java.util.Locale;

/** What every static picture begins with. */
final class Svg {

    private Svg() {}

    /** An opaque white sheet, readable on light and dark pages alike, with its words for those who cannot see it. */
    static String open(int width, int height, String title, String description) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"%s\" font-family=\"sans-serif\" fill=\"%s\""
                        + " style=\"max-width:100%%;height:auto\"><title>%s</title><desc>%s</desc>"
                        + "<rect width=\"100%%\" height=\"100%%\" rx=\"4\" fill=\"#ffffff\"/>",
                width,
                height,
                width,
                height,
                Html.escape(title),
                Palette.TEXT,
                Html.escape(title),
                Html.escape(description));
    }
}
