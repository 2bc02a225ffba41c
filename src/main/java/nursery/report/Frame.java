package nursery.report;

import java.util.Arrays;
import java.util.function.Function;

/** How far the axes of a chart reach: over all series and bands, unless the axis says otherwise. */
final class Frame {

    private Frame() {}

    /** Whether no value has a place on the axes. */
    static boolean isEmpty(Chart chart) {
        return data(chart, chart.x(), Series::xs).isEmpty()
                || data(chart, chart.y(), Series::ys).isEmpty();
    }

    static Scale x(Chart chart, double from, double to) {
        var fixed = chart.series().stream()
                .filter(Series::fillsX)
                .map(series -> Extent.of(chart.x(), series.xs()))
                .reduce(Extent.NONE, Extent::and);
        var all = withBands(chart, chart.x(), false, Series::xs);
        boolean whole = chart.series().stream()
                .flatMapToDouble(series -> Arrays.stream(series.xs()))
                .allMatch(value -> value == Math.rint(value));
        return scale(chart.x(), all, fixed, whole, from, to);
    }

    static Scale y(Chart chart, double from, double to) {
        var fixed = chart.series().stream()
                .filter(series -> series.fillsX() || series.fillsY())
                // bars stand on the axis; cells fill it
                .map(series -> series.fillsY() ? Extent.of(chart.y(), series.ys()) : new Extent(0, 0))
                .reduce(Extent.NONE, Extent::and);
        return scale(chart.y(), withBands(chart, chart.y(), true, Series::ys), fixed, false, from, to);
    }

    private static Extent data(Chart chart, Axis axis, Function<Series, double[]> places) {
        return chart.series().stream()
                .map(series -> Extent.of(axis, places.apply(series)))
                .reduce(Extent.NONE, Extent::and);
    }

    private static Extent withBands(Chart chart, Axis axis, boolean horizontal, Function<Series, double[]> places) {
        return chart.bands().stream()
                .filter(band -> band.horizontal() == horizontal)
                .map(band -> Extent.of(axis, band.from(), band.to()))
                .reduce(data(chart, axis, places), Extent::and);
    }

    /** Leaves air around the data, but not where a drawing that fills the axis ends. */
    private static Scale scale(Axis axis, Extent found, Extent fixed, boolean whole, double from, double to) {
        var data = found.isEmpty() ? new Extent(axis.log() ? 0.1 : 0, 1) : found;
        var padded = data.padded(axis, 0.05);
        double low = data.low() == fixed.low() && data.low() < data.high() ? data.low() : padded.low();
        double high = data.high() == fixed.high() && data.low() < data.high() ? data.high() : padded.high();
        low = Double.isNaN(axis.min()) ? low : axis.min();
        high = Double.isNaN(axis.max()) ? high : axis.max();
        if (low >= high) { // one end fixed by the user, beyond all data
            low = Double.isNaN(axis.min())
                    ? new Extent(high, high).padded(axis, 0).low()
                    : low;
            high = Double.isNaN(axis.max())
                    ? new Extent(low, low).padded(axis, 0).high()
                    : high;
        }
        return new Scale(axis, low, high, whole, from, to);
    }
}
