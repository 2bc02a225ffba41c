package nursery.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Figure;

/**
 * One picture with two axes: lines, runs, points, bars or a heat map, with shaded bands and notes. Immutable; every method
 * returns a new chart.
 *
 * <pre>{@code
 * Plot.of(Chart.of("Loss").x("epoch").y("loss").logY()
 *         .line("train", epochs, train).line("validation", epochs, validation));
 * }</pre>
 *
 * <p>Values that are not finite are gaps, values that are not positive have no place on a log axis, and long lines are
 * drawn by their extremes; the caption says so in each case.
 *
 * @param title the headline
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, first to last
 * @param bands shaded stretches under the series
 * @param notes texts at points
 * @param remark a sentence under the picture; may be empty
 */
public record Chart(
        String title, Axis x, Axis y, List<Series> series, List<Band> bands, List<Note> notes, String remark)
        implements Panel {

    /** Copies the lists. */
    public Chart {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        notes = List.copyOf(notes);
    }

    /** An empty chart. */
    public static Chart of(String title) {
        return new Chart(title, Axis.PLAIN, Axis.PLAIN, List.of(), List.of(), List.of(), "");
    }

    /** Labels the horizontal axis. */
    public Chart x(String label) {
        return new Chart(title, x.label(label), y, series, bands, notes, remark);
    }

    /** Labels the vertical axis. */
    public Chart y(String label) {
        return new Chart(title, x, y.label(label), series, bands, notes, remark);
    }

    /** Makes the horizontal axis logarithmic. */
    public Chart logX() {
        return new Chart(title, x.toLog(), y, series, bands, notes, remark);
    }

    /** Makes the vertical axis logarithmic. */
    public Chart logY() {
        return new Chart(title, x, y.toLog(), series, bands, notes, remark);
    }

    /** Fixes the ends of the horizontal axis; what lies outside is cut off. NaN fits an end to the data. */
    public Chart rangeX(double min, double max) {
        return new Chart(title, x.range(min, max), y, series, bands, notes, remark);
    }

    /** Fixes the ends of the vertical axis; what lies outside is cut off. NaN fits an end to the data. */
    public Chart rangeY(double min, double max) {
        return new Chart(title, x, y.range(min, max), series, bands, notes, remark);
    }

    /** Names the places 0, 1, 2 … of the horizontal axis. */
    public Chart namesX(List<String> names) {
        return new Chart(title, x.named(names), y, series, bands, notes, remark);
    }

    /** Adds a line through the points in their order. */
    public Chart line(String name, double[] xs, double[] ys) {
        return with(new LineSeries(name, new Points(xs, ys)));
    }

    /** Adds a line over 0, 1, 2 … */
    public Chart line(String name, double[] ys) {
        return line(name, IntStream.range(0, ys.length).asDoubleStream().toArray(), ys);
    }

    /**
     * Adds the same measured several times, such as with other seeds: a line through the medians, and a shaded band from the
     * lowest to the highest.
     *
     * @param runs for each run a value at each x
     */
    public Chart runs(String name, double[] xs, double[][] runs) {
        return with(new RunsSeries(name, xs, runs));
    }

    /** Adds single points of one color. */
    public Chart points(String name, double[] xs, double[] ys) {
        return with(new DotSeries(name, new Points(xs, ys)));
    }

    /** Adds single points, one color and shape per category; verdicts such as "good" or "diverged" have fixed colors. */
    public Chart points(double[] xs, double[] ys, List<String> categories) {
        if (categories.size() != xs.length || ys.length != xs.length) {
            throw new IllegalArgumentException("points: expected one category per point, received " + xs.length + " x, "
                    + ys.length + " y and " + categories.size() + " categories");
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < xs.length; i++) {
            rows.computeIfAbsent(categories.get(i), c -> new ArrayList<>()).add(i);
        }
        Chart chart = this;
        for (var entry : rows.entrySet()) {
            chart = chart.points(entry.getKey(), pick(xs, entry.getValue()), pick(ys, entry.getValue()));
        }
        return chart;
    }

    private static double[] pick(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(i -> values[i]).toArray();
    }

    /** Adds single points whose color stands for a third value, called {@code name}. */
    public Chart shaded(String name, double[] xs, double[] ys, double[] values) {
        return with(new ShadedSeries(name, new Points(xs, ys), values));
    }

    /** Adds one bar per category, beside the bars that the category has already; a bar without height takes no room. */
    public Chart bars(String name, List<String> categories, double[] heights) {
        var all = append(series, BarSeries.ofCategories(name, heights));
        return new Chart(title, x.named(categories), y, BarSeries.sideBySide(all), bands, notes, remark);
    }

    /** Adds bars from edge i to edge i + 1, one edge more than bars: a histogram that is counted already. */
    public Chart bars(String name, double[] edges, double[] heights) {
        return with(new BarSeries(name, edges, heights));
    }

    /** Adds the counts of the finite values in so many equal bins. */
    public Chart histogram(String name, double[] values, int bins) {
        long missing = Arrays.stream(values).filter(v -> !Double.isFinite(v)).count();
        var chart = with(BarSeries.histogram(name, values, bins));
        return missing == 0
                ? chart
                : chart.remark(missing + " of " + values.length + " values not finite, not counted.");
    }

    /**
     * Fills a rectangle with cells in shades of a value; row 0 lies at the bottom.
     *
     * @param name what the color measures
     * @param z values by row and column, at most 200 each
     */
    public Chart heatmap(String name, double[][] z, double minX, double maxX, double minY, double maxY) {
        return under(new HeatSeries(name, z, new Extent(minX, maxX), new Extent(minY, maxY), List.of(), false));
    }

    /**
     * Draws lines of equal value over a rectangle, under everything else.
     *
     * @param z values by row and column of a grid whose outer points lie on the edges; row 0 lies at the bottom
     * @param levels the values that have a line
     */
    public Chart contours(double[][] z, double[] levels, double minX, double maxX, double minY, double maxY) {
        return with(new ContourSeries(z, levels, new Extent(minX, maxX), new Extent(minY, maxY)));
    }

    /**
     * Fills a rectangle with the pale colors of classes, such as the regions that a net decides for; row 0 is lowest. The
     * series that follow have the full colors of class 0, 1, 2 …
     */
    public Chart regions(List<String> classes, int[][] z, double minX, double maxX, double minY, double maxY) {
        double[][] values = Stream.of(z)
                .map(row -> IntStream.of(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
        return under(new HeatSeries("", values, new Extent(minX, maxX), new Extent(minY, maxY), classes, false));
    }

    /** Shows a table of numbers as colored cells, such as a confusion matrix; row 0 lies on top. */
    public Chart matrix(String name, List<String> rows, List<String> columns, double[][] z) {
        if (z.length != rows.size() || (z.length > 0 && z[0].length != columns.size())) {
            throw new IllegalArgumentException("matrix \"" + name + "\": expected " + rows.size() + " x "
                    + columns.size() + " numbers for the given names, received " + z.length + " x "
                    + (z.length == 0 ? 0 : z[0].length));
        }
        var flippedRows = new ArrayList<>(rows);
        Collections.reverse(flippedRows);
        var flipped = new ArrayList<>(List.of(z));
        Collections.reverse(flipped);
        var heat = new HeatSeries(
                name,
                flipped.toArray(double[][]::new),
                new Extent(-0.5, columns.size() - 0.5),
                new Extent(-0.5, rows.size() - 0.5),
                List.of(),
                rows.size() <= 15 && columns.size() <= 15);
        return new Chart(title, x.named(columns), y.named(flippedRows), series, bands, notes, remark).under(heat);
    }

    /** Shades a stretch of the y axis; draws a line where both ends agree. */
    public Chart band(double from, double to, String label) {
        return with(new Band(true, from, to, label));
    }

    /** Shades a stretch of the x axis; draws a line where both ends agree. */
    public Chart bandX(double from, double to, String label) {
        return with(new Band(false, from, to, label));
    }

    /** Writes a short text at a point. */
    public Chart note(double atX, double atY, String text) {
        return new Chart(title, x, y, series, bands, append(notes, new Note(atX, atY, text)), remark);
    }

    /** Puts a sentence under the picture. */
    public Chart remark(String sentence) {
        return new Chart(title, x, y, series, bands, notes, (remark + " " + sentence).strip());
    }

    /** Adds a series. */
    public Chart with(Series more) {
        return new Chart(title, x, y, append(series, more), bands, notes, remark);
    }

    private Chart with(Band band) {
        return new Chart(title, x, y, series, append(bands, band), notes, remark);
    }

    /** A heat map lies under everything else, and Tablesaw can draw one only as the first trace. */
    private Chart under(HeatSeries heat) {
        if (series.stream().anyMatch(HeatSeries.class::isInstance)) {
            throw new IllegalStateException(
                    "chart \"" + title + "\": expected one heat map at most, received a second");
        }
        var all = new ArrayList<Series>(List.of(heat));
        all.addAll(series);
        return new Chart(title, x, y, all, bands, notes, remark);
    }

    /** The places of the series, lowest drawing first. */
    List<Integer> drawingOrder() {
        return IntStream.range(0, series.size())
                .boxed()
                .sorted(Comparator.comparing(i -> !series.get(i).lowest()))
                .toList();
    }

    /**
     * Which color, dash and shape the series has: those of its place, or others where its color is that of a verdict in the
     * same chart.
     */
    int style(int place) {
        var verdicts = series.stream()
                .map(Series::name)
                .flatMap(name -> Palette.verdict(name).stream())
                .toList();
        if (verdicts.isEmpty() || Palette.verdict(series.get(place).name()).isPresent()) {
            return place;
        }
        long before =
                IntStream.range(0, place).filter(i -> clashes(i, verdicts)).count();
        return clashes(place, verdicts)
                ? IntStream.iterate(series.size(), i -> i + 1)
                        .filter(i -> !verdicts.contains(Palette.color(i)))
                        .skip(before)
                        .findFirst()
                        .orElse(place)
                : place;
    }

    private boolean clashes(int place, List<String> verdicts) {
        return Palette.verdict(series.get(place).name()).isEmpty() && verdicts.contains(Palette.color(place));
    }

    private static <T> List<T> append(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    @Override
    public String summary() {
        if (series.isEmpty()) {
            return "  no data";
        }
        var lines = new ArrayList<String>();
        series.forEach(s -> lines.add("  " + (s.name().isEmpty() ? "" : s.name() + ": ") + s.summary()));
        bands.forEach(b -> lines.add("  band " + b.label() + ": " + Numbers.brief(b.from()) + " to "
                + Numbers.brief(b.to()) + " on " + (b.horizontal() ? "y" : "x")));
        notes.forEach(n -> lines.add("  at (" + Numbers.brief(n.x()) + ", " + Numbers.brief(n.y()) + "): " + n.text()));
        return String.join("\n", lines);
    }

    @Override
    public String caption() {
        Map<String, List<String>> names = new LinkedHashMap<>(); // of the series that say the same
        for (var one : series) {
            String said = one.caption(x, y);
            if (!said.isEmpty()) {
                names.computeIfAbsent(said, s -> new ArrayList<>()).add(one.name());
            }
        }
        var sentences = new ArrayList<String>();
        names.forEach((said, who) -> {
            who.removeIf(String::isEmpty);
            sentences.add((who.isEmpty() ? "" : String.join(", ", who) + ": ") + said + ".");
        });
        sentences.add(remark);
        return String.join(" ", sentences).strip();
    }

    @Override
    public String svg(int width, int height) {
        return new SvgChart(this, width, height).draw();
    }

    @Override
    public Optional<Figure> figure(int width, int height) {
        return Optional.of(PlotlyFigures.figure(this, width, height));
    }
}
