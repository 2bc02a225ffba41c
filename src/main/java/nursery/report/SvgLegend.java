package nursery.report;

import java.util.ArrayList;
import java.util.List;

/** The keys and names of named series, in as many rows as they need. */
final class SvgLegend {

    private static final int ROW = 18;
    private static final int SIZE = 12;

    private record Entry(Series series, int index, String label, double x, int row) {}

    private final List<Entry> entries = new ArrayList<>();
    private int rows;

    SvgLegend(Chart chart, double width) {
        List<Series> series = chart.series();
        double x = 0;
        for (int i = 0; i < series.size(); i++) {
            if (!series.get(i).name().isEmpty()) {
                String label = label(series.get(i).name());
                double needed = 26 + SvgChart.width(label, SIZE) + 12;
                if (x > 0 && x + needed > width) {
                    x = 0;
                    rows++;
                }
                entries.add(new Entry(series.get(i), chart.style(i), label, x, rows));
                x += needed;
            }
        }
        rows = entries.isEmpty() ? 0 : rows + 1;
    }

    /** A name that leaves room for others. */
    static String label(String name) {
        return SvgChart.fit(name, 180, SIZE);
    }

    double height() {
        return rows == 0 ? 0 : rows * ROW + 4;
    }

    void draw(SvgPlane page, double top) {
        for (var entry : entries) {
            double y = top + entry.row * ROW + 8;
            entry.series.key(page, entry.index, entry.x + 22, y);
            page.text(entry.x + 38, y + 4, "font-size=\"" + SIZE + "\"", entry.label);
        }
    }
}
