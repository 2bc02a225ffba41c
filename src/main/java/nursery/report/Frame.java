package nursery.report;

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
        boolean tight = chart.series().stream().anyMatch(Series::fillsX);
        return scale(chart.x(), withBands(chart, chart.x(), false, Series::xs), tight, from, to);
    }

    static Scale y(Chart chart, double from, double to) {
        boolean tight = chart.series().stream().anyMatch(Series::fillsY);
        return scale(chart.y(), withBands(chart, chart.y(), true, Series::ys), tight, from, to);
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

    private static Scale scale(Axis axis, Extent found, boolean tight, double from, double to) {
        var data = found.isEmpty() ? new Extent(axis.log() ? 0.1 : 0, 1) : found;
        var padded = tight && data.low() < data.high() ? data : data.padded(axis, 0.05);
        // a foot at zero stays on the axis: bars stand on it, losses and accuracies end there
        double low = !axis.log() && data.low() == 0 ? 0 : padded.low();
        low = Double.isNaN(axis.min()) ? low : axis.min();
        double high = Double.isNaN(axis.max()) ? padded.high() : axis.max();
        if (low >= high) { // one fixed end beyond all data
            var fixed = Double.isNaN(axis.min()) ? new Extent(high, high) : new Extent(low, low);
            low = Double.isNaN(axis.min()) ? fixed.padded(axis, 0).low() : low;
            high = Double.isNaN(axis.max()) ? fixed.padded(axis, 0).high() : high;
        }
        return new Scale(axis, low, high, from, to);
    }
}
