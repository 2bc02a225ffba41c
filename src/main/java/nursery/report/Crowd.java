package nursery.report;

import java.util.ArrayList;
import java.util.List;

/** Where the data of a static picture lie, in pixels, so that words can keep out of their way. */
final class Crowd {

    /** A line counts as a row of dots so many pixels apart. */
    private static final double STEP = 4;

    private record Dot(double x, double y) {}

    private final List<Dot> dots = new ArrayList<>();

    Crowd(Chart chart, SvgPlane plane) {
        for (var series : chart.series()) {
            double[][] ink = series.ink();
            if (ink[0].length > 0) {
                join(new Points(ink[0], ink[1]).forDrawing(), plane);
            } else if (series.xs().length == series.ys().length) {
                var points = new Points(series.xs(), series.ys());
                for (int i = 0; i < points.size(); i++) {
                    dots.add(dot(points, i, plane));
                }
            }
        }
    }

    private static Dot dot(Points points, int i, SvgPlane plane) {
        return new Dot(plane.x().at(points.x()[i]), plane.y().at(points.y()[i]));
    }

    private void join(Points points, SvgPlane plane) {
        for (int i = 0; i < points.size(); i++) {
            var to = dot(points, i, plane);
            var from = i == 0 ? to : dot(points, i - 1, plane);
            double length = Math.hypot(to.x - from.x, to.y - from.y); // NaN at a gap: no dots
            for (double at = 0; at <= Math.min(length, 2000); at += STEP) {
                double share = length == 0 ? 1 : at / length;
                dots.add(new Dot(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
            }
        }
    }

    /** How many dots lie in a box. */
    long within(double left, double top, double right, double bottom) {
        return dots.stream()
                .filter(dot -> dot.x > left && dot.x < right && dot.y > top && dot.y < bottom)
                .count();
    }
}
