package nursery.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Figure;

/**
 * Small pictures in rows, such as digits, filters of a layer or mistakes; immutable.
 *
 * @param title the headline
 * @param images the pictures, first to last
 * @param remark a sentence under the picture; may be empty
 * @param columns how many pictures stand in a row; 0 for as many as fit
 */
public record ImageGrid(String title, List<Image> images, String remark, int columns) implements Panel {

    private static final int GAP = 6;
    private static final int LABEL = 15;
    static final int LARGEST = 256;

    /**
     * One small picture.
     *
     * @param label a word below it; may be empty, or several lines
     * @param channels 1 for grey, 3 for red, green and blue
     * @param height rows
     * @param width columns
     * @param values channel by channel, row by row, as in a row of a data set; shown black at {@code low} and white at
     *     {@code high}
     * @param low value shown black
     * @param high value shown white
     */
    @SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
    public record Image(String label, int channels, int height, int width, double[] values, double low, double high) {

        /** Checks the shape and copies the values. */
        public Image {
            if ((channels != 1 && channels != 3)
                    || height < 1
                    || width < 1
                    || height > LARGEST
                    || width > LARGEST
                    || values.length != channels * height * width) {
                throw new IllegalArgumentException("image \"" + label + "\": expected 1 or 3 channels of at most "
                        + LARGEST + " x " + LARGEST + " values, received " + values.length + " values for [" + channels
                        + ", " + height + ", " + width + "]");
            }
            values = values.clone();
        }

        /** A copy of the values. */
        @Override
        public double[] values() {
            return values.clone();
        }

        private int rgb(int column, int row) {
            int red = level(row * width + column);
            return channels == 1
                    ? (red << 16) | (red << 8) | red
                    : red << 16
                            | (level((height + row) * width + column) << 8)
                            | level((2 * height + row) * width + column);
        }

        private int level(int at) {
            double share = (values[at] - low) / (high - low);
            return high > low && Double.isFinite(share) ? (int) Math.round(255 * Math.min(Math.max(share, 0), 1)) : 127;
        }
    }

    /** Copies the list. */
    public ImageGrid {
        images = List.copyOf(images);
    }

    /** An empty grid. */
    public static ImageGrid of(String title) {
        return new ImageGrid(title, List.of(), "", 0);
    }

    /** Adds a picture of values from 0 (black) to 1 (white). */
    public ImageGrid image(String label, int channels, int height, int width, double[] values) {
        return with(new Image(label, channels, height, width, values, 0, 1));
    }

    /** Adds a picture from its smallest value (black) to its largest (white), as for filters and centered data. */
    public ImageGrid stretched(String label, int channels, int height, int width, double[] values) {
        var extent = Extent.of(Axis.PLAIN, values);
        return with(new Image(label, channels, height, width, values, extent.low(), extent.high()));
    }

    /** Puts a sentence under the pictures. */
    public ImageGrid remark(String sentence) {
        return new ImageGrid(title, images, (remark + " " + sentence).strip(), columns);
    }

    /** Puts so many pictures into a row, and makes them as large as fit. */
    public ImageGrid columns(int columns) {
        return new ImageGrid(title, images, remark, columns);
    }

    /** Adds a picture. */
    public ImageGrid with(Image image) {
        return new ImageGrid(
                title, Stream.concat(images.stream(), Stream.of(image)).toList(), remark, columns);
    }

    @Override
    public String summary() {
        if (images.isEmpty()) {
            return "  no data";
        }
        var labels = new ArrayList<String>();
        images.forEach(image -> labels.add(image.label().replace('\n', ' ')));
        labels.removeIf(String::isEmpty);
        return "  " + images.size() + " pictures of " + images.get(0).height() + " x "
                + images.get(0).width() + " pixels" + (labels.isEmpty() ? "" : ": " + String.join(", ", labels));
    }

    @Override
    public String caption() {
        return remark;
    }

    /** Tiles in as many rows as they need; the height follows from them. */
    @Override
    public String svg(int width, int height) {
        int largest = images.stream()
                .mapToInt(i -> Math.max(i.width(), i.height()))
                .max()
                .orElse(1);
        int tile = columns > 0 ? (width - GAP) / columns - GAP : Math.min(Math.max(2 * largest, 48), width - 2 * GAP);
        int inRow = columns > 0 ? columns : Math.max(1, (width - GAP) / (tile + GAP));
        int lines = images.stream()
                .map(Image::label)
                .filter(label -> !label.isEmpty())
                .mapToInt(label -> (int) label.lines().count())
                .max()
                .orElse(0);
        int rowHeight = tile + GAP + lines * LABEL;
        int rows = (images.size() + inRow - 1) / inRow;
        int top = title.isEmpty() ? GAP : 32;
        var out = new StringBuilder(Svg.open(width, top + Math.max(rows * rowHeight, 30), title, summary()));
        out.append("<text x=\"")
                .append(GAP)
                .append("\" y=\"21\" font-size=\"15\" font-weight=\"bold\">")
                .append(Html.escape(SvgChart.fit(title, width - 2 * GAP, 16)))
                .append("</text>");
        if (images.isEmpty()) {
            out.append("<text x=\"6\" y=\"48\" font-size=\"14\">no data</text>");
        }
        for (int i = 0; i < images.size(); i++) {
            tile(out, images.get(i), GAP + i % inRow * (tile + GAP), top + i / inRow * rowHeight, tile);
        }
        return out.append("</svg>").toString();
    }

    private static void tile(StringBuilder out, Image image, int x, int y, int size) {
        String png = Pixels.png(image.width(), image.height(), image::rgb);
        out.append(String.format(
                Locale.ROOT,
                "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" image-rendering=\"pixelated\" href=\"%s\"/>",
                x,
                y,
                size,
                size,
                png));
        int below = y + size + 12;
        for (String line : image.label().split("\n", -1)) {
            int letters = SvgChart.width(line, 12) <= size + GAP ? 12 : 10; // smaller where that helps
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\">%s</text>",
                    x + size / 2.0,
                    below,
                    letters,
                    Html.escape(SvgChart.fit(line, size + GAP, letters))));
            below += LABEL;
        }
    }

    /** Empty: Tablesaw has no images. */
    @Override
    public Optional<Figure> figure(int width, int height) {
        return Optional.empty();
    }
}
