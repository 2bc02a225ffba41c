package nursery.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.traces.HeatmapTrace;

/**
 * A grid of colored cells; row 0 lies at the bottom.
 *
 * @param name what the color measures
 * @param z values by row and column
 * @param x ends of the grid along x
 * @param y ends of the grid along y
 * @param classes names of the values 0, 1, 2 … in class colors; empty for shades from dark blue to yellow
 * @param written whether every cell shows its number
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, compared by nobody
record HeatSeries(String name, double[][] z, Extent x, Extent y, List<String> classes, boolean written)
        implements Series {

    private static final int LARGEST = 200;
    private static final int UNKNOWN = 0xbbbbbb;

    HeatSeries {
        classes = List.copyOf(classes);
        if (z.length > LARGEST || (z.length > 0 && z[0].length > LARGEST)) {
            throw new IllegalArgumentException("heat map \"" + name + "\": expected at most " + LARGEST + " x "
                    + LARGEST + " cells, received " + z.length + " x " + z[0].length + "; use a coarser grid");
        }
        for (double[] row : z) {
            if (row.length != z[0].length) {
                throw new IllegalArgumentException("heat map \"" + name + "\": expected rows of one length, received "
                        + z[0].length + " and " + row.length + " columns");
            }
        }
        z = Arrays.stream(z).map(double[]::clone).toArray(double[][]::new);
    }

    private int columns() {
        return z.length == 0 ? 0 : z[0].length;
    }

    private Extent shades() {
        return Extent.of(
                Axis.PLAIN, Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray());
    }

    @Override
    public String summary() {
        return shades().isEmpty()
                ? "no data"
                : z.length + " x " + columns() + " cells, "
                        + (classes.isEmpty()
                                ? Numbers.brief(shades().low()) + " to " + Numbers.brief(shades().high())
                                : "classes " + String.join(", ", classes));
    }

    @Override
    public String caption(Axis xAxis, Axis yAxis) {
        if (shades().isEmpty()) {
            return "";
        }
        boolean unknown = Arrays.stream(z).flatMapToDouble(Arrays::stream).anyMatch(v -> !Double.isFinite(v));
        String colors = classes.isEmpty() && !written
                ? "dark is " + Numbers.brief(shades().low()) + ", yellow is " + Numbers.brief(shades().high())
                : "";
        String grey = unknown ? "grey cells are not finite" : "";
        return colors.isEmpty() || grey.isEmpty() ? colors + grey : colors + "; " + grey;
    }

    @Override
    public double[] xs() {
        return columns() == 0 ? new double[0] : new double[] {x.low(), x.high()};
    }

    @Override
    public double[] ys() {
        return columns() == 0 ? new double[0] : new double[] {y.low(), y.high()};
    }

    @Override
    public boolean fillsX() {
        return true;
    }

    @Override
    public boolean fillsY() {
        return true;
    }

    @Override
    public void draw(SvgPlane plane, int index) {
        if (columns() == 0) {
            return;
        }
        var shades = shades();
        String png = Pixels.png(columns(), z.length, (column, row) -> rgb(z[z.length - 1 - row][column], shades));
        double left = plane.x().at(x.low());
        double top = plane.y().at(y.high());
        double width = plane.x().at(x.high()) - left;
        double height = plane.y().at(y.low()) - top;
        String look = "preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"" + png + "\"/>";
        plane.add("<image x=\"", left, "\" y=\"", top, "\" width=\"", width, "\" height=\"", height, "\" ", look);
        for (int row = 0; written && row < z.length; row++) {
            for (int column = 0; column < columns(); column++) {
                double value = z[row][column];
                String ink = "text-anchor=\"middle\" font-size=\"11\" fill=\"" + ink(rgb(value, shades)) + "\"";
                double atX = left + (column + 0.5) * width / columns();
                double atY = top + (z.length - row - 0.5) * height / z.length + 4;
                plane.text(atX, atY, ink, Numbers.brief(value));
            }
        }
    }

    @Override
    public void key(SvgPlane plane, int index, double atX, double atY) {
        for (int i = 0; i < 4; i++) {
            double value = classes.isEmpty() ? i / 3.0 : i % classes.size();
            int rgb = rgb(value, new Extent(0, 1));
            plane.rect(atX - 10 + 5 * i, atY - 4, 5.2, 8, "fill=\"" + Palette.hex(rgb) + "\"");
        }
    }

    @Override
    public List<PlotlyTrace> traces(int index) {
        double[][] brief = Arrays.stream(z)
                .map(row -> Arrays.stream(row).map(HeatSeries::fourDigits).toArray())
                .toArray(double[][]::new);
        var trace = HeatmapTrace.builder(centers(x, columns()), centers(y, z.length), brief)
                .build();
        var shades = shades();
        double low = classes.isEmpty() ? shades.low() : 0;
        double high = classes.isEmpty() ? shades.high() : Math.max(classes.size() - 1, 1);
        int steps = classes.isEmpty() ? 9 : (int) high + 1;
        Object[][] colors = IntStream.range(0, steps)
                .mapToObj(i -> new Object[] {
                    (double) i / (steps - 1),
                    Palette.hex(rgb(classes.isEmpty() ? i : low + i, new Extent(0, steps - 1.0)))
                })
                .toArray(Object[][]::new);
        var extra = new LinkedHashMap<String, Object>();
        extra.put("colorscale", colors);
        extra.put("showscale", classes.isEmpty() && !written);
        if (!shades.isEmpty() && low < high) {
            extra.put("zmin", low);
            extra.put("zmax", high);
        }
        if (written) {
            extra.put("texttemplate", "%{z}");
        }
        return List.of(new PlotlyTrace(trace, Map.copyOf(extra)));
    }

    /** Middles of n equal cells. */
    private static Object[] centers(Extent ends, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> ends.low() + (i + 0.5) * (ends.high() - ends.low()) / n)
                .toArray();
    }

    private static double fourDigits(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.3e", value)) : Double.NaN;
    }

    private int rgb(double value, Extent shades) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        if (!classes.isEmpty()) { // pale, so that points stay visible; theirs come as series 1, 2 ... after this one
            return Palette.mix(Palette.rgb(Palette.color(1 + (int) Math.max(value, 0))), 0xffffff, 0.7);
        }
        double span = shades.high() / 2 - shades.low() / 2;
        return Palette.viridis(span == 0 ? 0.5 : (value / 2 - shades.low() / 2) / span);
    }

    /** Black on light cells, white on dark ones. */
    private static String ink(int rgb) {
        double luminance = 0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255);
        return luminance > 140 ? "#000000" : "#ffffff";
    }
}
