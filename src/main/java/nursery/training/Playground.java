package nursery.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Trainer;
import nursery.report.Chart;
import nursery.report.Displayable;
import nursery.report.Numbers;
import nursery.report.Plot;

/**
 * A function of two numbers on which optimizers can be watched. Immutable: every method returns another.
 *
 * <pre>{@code
 * Playground.rosenbrock().race(Trainer.sgd(1e-3), Trainer.momentum(1e-3), Trainer.adam(0.1)).plot()
 *
 * Playground.of("bowl", (x, y) -> x * x + 5 * y * y).noise(2).race(Trainer.sgd(0.05)).plot()
 * }</pre>
 *
 * @param name the headline
 * @param f the function to make small
 * @param minX the left edge of the picture
 * @param maxX the right edge
 * @param minY the lower edge
 * @param maxY the upper edge
 * @param startX where all begin
 * @param startY where all begin
 * @param steps how many steps each makes
 * @param noise the standard deviation of what is added to each number of a gradient, as batches do; 0 for exact gradients
 * @param seed of the noise
 */
public record Playground(
        String name,
        DoubleBinaryOperator f,
        double minX,
        double maxX,
        double minY,
        double maxY,
        double startX,
        double startY,
        int steps,
        double noise,
        long seed)
        implements Displayable {
    private static final int GRID = 80;
    private static final int LEVELS = 14;

    /** Checks each setting. */
    public Playground {
        require(
                "window",
                minX < maxX && minY < maxY,
                "minX < maxX and minY < maxY",
                minX + " to " + maxX + ", " + minY + " to " + maxY);
        require("start", Double.isFinite(startX) && Double.isFinite(startY), "two numbers", startX + ", " + startY);
        require("steps", steps > 0, "at least 1", steps);
        require("noise", noise >= 0 && noise < Double.POSITIVE_INFINITY, "a deviation of at least 0", noise);
    }

    private static void require(String what, boolean fine, String expected, Object received) {
        if (!fine) {
            throw new IllegalArgumentException(what + ": expected " + expected + ", received " + received);
        }
    }

    /** A function of your own, seen from -3 to 3, with its start at (-2, 2) and 100 steps. */
    public static Playground of(String name, DoubleBinaryOperator f) {
        return new Playground(name, f, -3, 3, -3, 3, -2, 2, 100, 0, 0);
    }

    /** (1 - x)² + 100 (y - x²)²: a curved valley, lowest at (1, 1); 500 steps from (-1.2, 1). */
    public static Playground rosenbrock() {
        return of("Rosenbrock", (x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x))
                .window(-2, 2, -1, 3)
                .start(-1.2, 1)
                .steps(500);
    }

    /** Beale's function: flat but for steep edges, lowest at (3, 0.5); 200 steps from (1, 1.5). */
    public static Playground beale() {
        return of("Beale", (x, y) -> {
                    double a = 1.5 - x + x * y;
                    double b = 2.25 - x + x * y * y;
                    double c = 2.625 - x + x * y * y * y;
                    return a * a + b * b + c * c;
                })
                .window(-0.5, 4.5, -1, 2)
                .start(1, 1.5)
                .steps(200);
    }

    /** x² - y²: flat in the middle, where the gradient is 0; 45 steps from (-2, 0.001), nearly on the ridge. */
    public static Playground saddle() {
        return of("Saddle", (x, y) -> x * x - y * y).start(-2, 1e-3).steps(45);
    }

    /**
     * ½ (x² + condition y²): inputs that were not normalized make such a valley.
     *
     * @param condition how much steeper it is along y, above 0; with 1 every step leads straight to the middle
     */
    public static Playground quadratic(double condition) {
        require("quadratic", condition > 0, "a condition above 0", condition);
        return of("Quadratic, condition " + Numbers.brief(condition), (x, y) -> 0.5 * (x * x + condition * y * y))
                .start(-2.5, 1);
    }

    /** The same function in another part of the plane. */
    public Playground window(double minX, double maxX, double minY, double maxY) {
        return new Playground(name, f, minX, maxX, minY, maxY, startX, startY, steps, noise, seed);
    }

    /** The same function with another start. */
    public Playground start(double x, double y) {
        return new Playground(name, f, minX, maxX, minY, maxY, x, y, steps, noise, seed);
    }

    /** The same function with so many steps. */
    public Playground steps(int steps) {
        return new Playground(name, f, minX, maxX, minY, maxY, startX, startY, steps, noise, seed);
    }

    /** The same function with N(0, std²) added to each number of a gradient. */
    public Playground noise(double std) {
        return new Playground(name, f, minX, maxX, minY, maxY, startX, startY, steps, std, seed);
    }

    /** The same function with another seed of the noise. */
    public Playground seed(long seed) {
        return new Playground(name, f, minX, maxX, minY, maxY, startX, startY, steps, noise, seed);
    }

    /**
     * Lets the optimizers walk from the start, each with its trainer's learning rate, schedule and clipping. What a
     * trainer says of batches, layers and limits means nothing here.
     */
    public Race race(Trainer... trainers) {
        if (trainers.length == 0) {
            throw new IllegalArgumentException(
                    "race: expected at least one trainer, received none; try Trainer.sgd(0.1)");
        }
        return new Race(
                this, Stream.of(trainers).map(t -> new Walker(this, t).walk()).toList());
    }

    /** The gradient at (x, y) by centered differences. */
    double[] gradient(double x, double y) {
        double hx = 6e-6 * Math.max(1, Math.abs(x)); // the cube root of the rounding error
        double hy = 6e-6 * Math.max(1, Math.abs(y));
        return new double[] {
            (f.applyAsDouble(x + hx, y) - f.applyAsDouble(x - hx, y)) / (2 * hx),
            (f.applyAsDouble(x, y + hy) - f.applyAsDouble(x, y - hy)) / (2 * hy)
        };
    }

    /** The chart with lines of equal value. Where it is low they lie closer, so that a flat valley shows. */
    Chart contours(Chart paths) {
        double[][] z = IntStream.rangeClosed(0, GRID)
                .mapToObj(row -> IntStream.rangeClosed(0, GRID)
                        .mapToDouble(column -> f.applyAsDouble(
                                minX + (maxX - minX) * column / GRID, minY + (maxY - minY) * row / GRID))
                        .toArray())
                .toArray(double[][]::new);
        double[] sorted = Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double[] levels = IntStream.rangeClosed(1, sorted.length == 0 ? 0 : LEVELS)
                .mapToDouble(i -> sorted[(int) (Math.pow(i / (LEVELS + 1.0), 2) * (sorted.length - 1))])
                .distinct()
                .toArray();
        return paths.x("x").y("y").rangeX(minX, maxX).rangeY(minY, maxY).contours(z, levels, minX, maxX, minY, maxY);
    }

    /** The contours and the start. */
    public Plot plot() {
        return Plot.of(contours(Chart.of(name).points("start", new double[] {startX}, new double[] {startY})));
    }

    @Override
    public String html() {
        return plot().html();
    }

    @Override
    public String toString() {
        return name + ", " + steps + " steps from (" + Numbers.brief(startX) + ", " + Numbers.brief(startY) + ")";
    }

    /** The name and rate of each walk; with all numbers where two would be called the same. */
    static List<String> labels(List<Walk> walks) {
        List<String> brief = walks.stream().map(Walk::brief).toList();
        return walks.stream()
                .map(w -> brief.stream().filter(w.brief()::equals).count() == 1
                        ? w.brief()
                        : w.optimizer() + " " + Numbers.brief(w.learningRate()))
                .toList();
    }
}
