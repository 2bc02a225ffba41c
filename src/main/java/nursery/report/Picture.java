package nursery.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A static picture and its words, as HTML.
 *
 * @param svg a complete SVG element
 */
record Picture(String title, String summary, String caption, String svg, int width) {

    private static final int LONGEST = 600;

    String image() {
        String words = title + "\n" + summary;
        String alt = words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img width=\"" + width + "\" style=\"max-width:100%;height:auto\" alt=\"" + Html.escape(alt)
                + "\" src=\"data:image/svg+xml;base64," + data + "\">";
    }

    String html(String content, String kind) {
        String words = caption.isEmpty()
                ? ""
                : "<figcaption style=\"font-size:85%;opacity:0.8\">" + Html.escape(caption) + "</figcaption>";
        return "<figure class=\"" + kind + "\" style=\"margin:0;flex:0 1 " + width + "px;min-width:min(100%,270px)\">"
                + content + words + "</figure>";
    }

    /** Pictures side by side, one below the other where the page is narrow. */
    static String row(List<String> figures) {
        return "<div class=\"nursery-plot\" style=\"display:flex;flex-wrap:wrap;gap:10px\">" + String.join("", figures)
                + "</div>";
    }
}
