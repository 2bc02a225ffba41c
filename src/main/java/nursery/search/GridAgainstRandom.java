package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nursery.Search;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Seed;
import tech.tablesaw.api.Table;

/**
 * The lecture's picture of nine trials on a grid and nine at random, where one hyperparameter matters and the other hardly
 * does: the grid tries three values of the one that matters, the random search nine (Bergstra and Bengio 2012; CS231n). What
 * is searched for is the highest value of
 *
 * <p>f(x, y) = exp(-(x - a)² / (2 · 0.1²)) + 0.1 exp(-(y - b)² / (2 · 0.3²)), with x and y from 0 to 1.
 *
 * <p>Over many peaks the random search wins 77 % of the time. A grid in the middles of nine equal squares, as good as a grid
 * can be, still loses 63 %.
 *
 * @param peakX a, the best value of the hyperparameter that matters
 * @param peakY b
 * @param grid the points of {@link Search#grid()}, from end to end
 * @param random as many random points
 */
public record GridAgainstRandom(double peakX, double peakY, List<Point> grid, List<Point> random) implements Result {
    private static final double WIDTH_X = 0.1;
    private static final double WIDTH_Y = 0.3;
    private static final double HEIGHT_Y = 0.1;
    private static final double FRAME = 0.05; // around the picture
    private static final int SIDE = 3;
    private static final int CELLS = 61;

    /**
     * One trial.
     *
     * @param x the hyperparameter that matters
     * @param y the other one
     * @param value f(x, y)
     */
    public record Point(double x, double y, double value) {}

    /**
     * Many placements of the peak.
     *
     * @param placements how many
     * @param randomWins how often the random search came closer to the peak's height
     * @param gridRegret how far below the peak the grid's best is, on average
     * @param randomRegret how far below the peak the random search's best is
     * @param standardError of the difference of both
     */
    public record Tournament(
            int placements, int randomWins, double gridRegret, double randomRegret, double standardError) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "random search wins %d of %d; mean regret %.3f against %.3f of the grid, standard error of the"
                            + " difference %.3f",
                    randomWins,
                    placements,
                    randomRegret,
                    gridRegret,
                    standardError);
        }
    }

    private record Line(String method, List<Point> points) {
        double best() {
            return points.stream().mapToDouble(Point::value).max().orElse(Double.NaN);
        }

        int distinct(ToDoubleFunction<Point> coordinate) {
            return (int) points.stream().mapToDouble(coordinate).distinct().count();
        }
    }

    /** Copies the lists. */
    public GridAgainstRandom {
        grid = List.copyOf(grid);
        random = List.copyOf(random);
    }

    /** A peak and a random search from a seed. */
    public static GridAgainstRandom run(long seed) {
        SplittableRandom draw = Seed.of(seed).with("peak").generator();
        double a = draw.nextDouble();
        double b = draw.nextDouble();
        Search grid = Search.grid(SIDE).uniform("x", 0, 1).uniform("y", 0, 1);
        Search random =
                Search.random(SIDE * SIDE).uniform("x", 0, 1).uniform("y", 0, 1).seed(seed);
        return new GridAgainstRandom(a, b, points(grid, a, b), points(random, a, b));
    }

    private static List<Point> points(Search search, double a, double b) {
        return IntStream.range(0, search.trials())
                .mapToObj(search::configuration)
                .map(p -> new Point(p.get("x"), p.get("y"), f(p.get("x"), p.get("y"), a, b)))
                .toList();
    }

    private static double f(double x, double y, double a, double b) {
        return bell(x - a, WIDTH_X) + HEIGHT_Y * bell(y - b, WIDTH_Y);
    }

    private static double bell(double distance, double width) {
        return Math.exp(-distance * distance / (2 * width * width));
    }

    /** The same for many peaks: which search does better, and by how much. */
    public static Tournament tournament(int placements, long seed) {
        List<Double> differences = new ArrayList<>();
        double gridRegret = 0;
        double randomRegret = 0;
        for (int i = 0; i < placements; i++) {
            GridAgainstRandom one = run(Seed.of(seed).with(i).value());
            double ofGrid = 1 + HEIGHT_Y - one.lines().get(0).best();
            double ofRandom = 1 + HEIGHT_Y - one.lines().get(1).best();
            gridRegret += ofGrid / placements;
            randomRegret += ofRandom / placements;
            differences.add(ofGrid - ofRandom);
        }
        double mean = gridRegret - randomRegret;
        double squares =
                differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        return new Tournament(
                placements,
                (int) differences.stream().filter(d -> d > 0).count(),
                gridRegret,
                randomRegret,
                Math.sqrt(squares / (placements - 1.0) / placements));
    }

    private List<Line> lines() {
        return List.of(new Line("grid", grid), new Line("random", random));
    }

    /** One row for each search: method, trials, distinct_important, distinct_unimportant, best. */
    @Override
    public Table table() {
        return Rows.of("GridAgainstRandom", lines())
                .text("method", Line::method)
                .count("trials", l -> l.points().size())
                .count("distinct_important", l -> l.distinct(Point::x))
                .count("distinct_unimportant", l -> l.distinct(Point::y))
                .number("best", Line::best)
                .table();
    }

    /** Both searches over the contours of f, and what each sees of the hyperparameter that matters. */
    @Override
    public Plot plot() {
        return Plot.of(map("Grid search", lines().get(0)), map("Random search", lines().get(1)), important());
    }

    private Chart map(String title, Line line) {
        double[][] z = new double[CELLS][CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                z[row][column] = f(column / (CELLS - 1.0), row / (CELLS - 1.0), peakX, peakY);
            }
        }
        return Chart.of(title)
                .x("important hyperparameter")
                .y("unimportant one")
                .rangeX(-FRAME, 1 + FRAME)
                .rangeY(-FRAME, 1 + FRAME)
                .contours(z, new double[] {0.1, 0.3, 0.5, 0.7, 0.9, 1.05}, 0, 1, 0, 1)
                .points("trials", coordinates(line, Point::x), coordinates(line, Point::y))
                .remark(line.distinct(Point::x) + " distinct values of the important hyperparameter in "
                        + line.points().size() + " trials.");
    }

    private Chart important() {
        double[] xs = DoubleStream.iterate(0, x -> x <= 1, x -> x + 0.01).toArray();
        DoubleUnaryOperator alone = x -> bell(x - peakX, WIDTH_X);
        Chart chart = Chart.of("What matters")
                .x("important hyperparameter")
                .y("value")
                .line("value", xs, DoubleStream.of(xs).map(alone).toArray());
        for (Line line : lines()) {
            double[] tried = coordinates(line, Point::x);
            chart = chart.points(
                    line.method(), tried, DoubleStream.of(tried).map(alone).toArray());
        }
        return chart;
    }

    private static double[] coordinates(Line line, ToDoubleFunction<Point> coordinate) {
        return line.points().stream().mapToDouble(coordinate).toArray();
    }

    /** A line for each search. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Grid against random");
        lines().forEach(l -> text.append(String.format(
                "%n  %-6s %d trials, %d distinct values of the important hyperparameter, best %s",
                l.method(), l.points().size(), l.distinct(Point::x), Numbers.brief(l.best()))));
        return text.toString();
    }
}
