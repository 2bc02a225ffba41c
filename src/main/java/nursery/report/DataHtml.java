package nursery.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Shape;

/**
 * Data as a notebook shows it: the summary, and a picture of some rows: images as they look, rows of two features as
 * points.
 *
 * @param summary the text, one fact a line
 * @param sample the rows that are pictured
 */
public record DataHtml(String summary, Dataset sample) implements Displayable {
    private static final int IMAGES = 20;
    private static final int POINTS = 1000;

    /** Shows a dataset. */
    public static DataHtml of(Dataset data) {
        return new DataHtml(data.toString(), data);
    }

    /** Shows the parts of a split, and pictures its training rows. */
    public static DataHtml of(Split split) {
        return new DataHtml(split.toString(), split.train());
    }

    @Override
    public String html() {
        return "<pre>" + Html.escape(summary) + "</pre>" + picture().html();
    }

    /** Images as they look, rows of two features as points; empty for other rows. */
    public Plot picture() {
        Shape row = sample.rowShape();
        if (isImage(row)) {
            return Plot.of(images(row));
        }
        return row.equals(Shape.of(2)) && sample.classification() ? Plot.of(points()) : Plot.of();
    }

    private static boolean isImage(Shape row) {
        return row.rank() == 3
                && (row.dim(0) == 1 || row.dim(0) == 3)
                && Math.max(row.dim(1), row.dim(2)) <= ImageGrid.LARGEST;
    }

    private ImageGrid images(Shape row) {
        ImageGrid grid = ImageGrid.of("The first rows");
        for (int i = 0; i < Math.min(IMAGES, sample.rows()); i++) {
            String label = sample.classification() ? sample.classNames().get(sample.label(i)) : "";
            double[] values = sample.features().rows(i, i + 1).toDoubles();
            grid = grid.stretched(label, row.dim(0), row.dim(1), row.dim(2), values);
        }
        return grid;
    }

    private Chart points() {
        int n = Math.min(POINTS, sample.rows());
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> sample.features().get(i, 0))
                .toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> sample.features().get(i, 1))
                .toArray();
        List<String> names = new ArrayList<>(sample.featureNames());
        if (names.isEmpty()) {
            names.addAll(List.of("x0", "x1"));
        }
        List<String> classes = Arrays.stream(sample.labels())
                .limit(n)
                .mapToObj(sample.classNames()::get)
                .toList();
        return Chart.of("The first rows").x(names.get(0)).y(names.get(1)).points(x, y, classes);
    }

    @Override
    public String toString() {
        return summary;
    }
}
