package nursery.data;

import java.util.List;
import java.util.SplittableRandom;
import nursery.data.DigitGlyphs.Stroke;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Digits as a shaky hand writes them, [1, 28, 28] grey from 0 to 1: ten classes that need no files. Each ten rows in
 * turn hold every digit once, and a row does not depend on how many rows are drawn. StrictMath, because Math may give
 * other bits once it is compiled.
 */
public final class Digits {
    static final List<String> NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final int SIDE = 28;
    /** How many straight pieces make a curve between two points. */
    private static final int PIECES = 6;

    // the hand, chosen so that a linear classifier is right about four times in five; distances in pixels
    private static final double HALF_WIDTH = 8.6;
    private static final double HALF_HEIGHT = 9.6;
    private static final double THINNEST = 1.1; // the radius of the pen
    private static final double THICKEST = 2.4;
    private static final double FAINTEST = 0.8; // the ink

    // how shaky it is: standard deviations
    private static final double SHIFT = 1.9;
    private static final double STRETCH = 0.05;
    private static final double ROTATION = 0.09; // radians
    private static final double SLANT = 0.1;
    private static final double WOBBLE = 0.045; // of every point, in halves of the digit
    private static final double NOISE = 0.06; // of every pixel

    /** The share of digits with a stray stroke beside or across them. */
    private static final double DISTRACTED = 0.15;

    private final SplittableRandom random;
    private final Canvas canvas;
    private final double cos;
    private final double sin;
    private final double slant;
    private final double width; // half of it, in pixels, before the rotation
    private final double height;
    private final double centerX;
    private final double centerY;

    private Digits(SplittableRandom random, Canvas canvas) {
        this.random = random;
        this.canvas = canvas;
        double angle = normal(ROTATION);
        cos = StrictMath.cos(angle);
        sin = StrictMath.sin(angle);
        slant = normal(SLANT);
        width = HALF_WIDTH * Math.max(0.5, 1 + normal(STRETCH));
        height = HALF_HEIGHT * Math.max(0.5, 1 + normal(STRETCH));
        centerX = (SIDE - 1) / 2.0 + normal(SHIFT);
        centerY = (SIDE - 1) / 2.0 + normal(SHIFT);
    }

    /**
     * Draws digits.
     *
     * @param rows how many, 1 to 1,000,000
     * @param seed the same seed draws the same digits
     */
    public static Dataset draw(int rows, long seed) {
        if (rows < 1 || rows > 1_000_000) {
            throw new IllegalArgumentException(
                    "expected 1 to 1,000,000 digits, received " + rows + "; for example digits(4000, 231)");
        }
        Seed digits = Seed.of(seed).with("digits");
        float[] pixels = new float[rows * SIDE * SIDE];
        int[] labels = new int[rows];
        int[] turn = {};
        for (int row = 0; row < rows; row++) {
            if (row % NAMES.size() == 0) {
                turn = Order.shuffled(NAMES.size(), digits.with(row).value());
            }
            labels[row] = turn[row % NAMES.size()];
            SplittableRandom random = digits.with("row").with(row).generator();
            new Digits(random, new Canvas(SIDE, pixels, row * SIDE * SIDE)).draw(labels[row]);
        }
        return Dataset.of(Tensor.of(pixels, Shape.of(rows, 1, SIDE, SIDE)), labels, NAMES);
    }

    private void draw(int digit) {
        List<List<Stroke>> ways = DigitGlyphs.WAYS.get(digit);
        double radius = between(THINNEST, THICKEST);
        double ink = between(FAINTEST, 1);
        for (Stroke stroke : ways.get(random.nextInt(ways.size()))) {
            draw(stroke, radius, ink);
        }
        if (random.nextDouble() < DISTRACTED) {
            stray();
        }
        for (int i = 0; i < SIDE * SIDE; i++) {
            canvas.add(i, normal(NOISE));
        }
    }

    private void draw(Stroke stroke, double radius, double ink) {
        double[] points = stroke.points().clone();
        for (int i = 0; i < points.length; i++) {
            points[i] += normal(WOBBLE);
        }
        int last = points.length / 2 - 1;
        for (int i = 0; i < last; i++) {
            int pieces = stroke.curved() ? PIECES : 1;
            double x = points[2 * i];
            double y = points[2 * i + 1];
            for (int k = 1; k <= pieces; k++) {
                double nextX = stroke.curved() ? spline(points, 0, i, last, k / (double) PIECES) : points[2 * i + 2];
                double nextY = stroke.curved() ? spline(points, 1, i, last, k / (double) PIECES) : points[2 * i + 3];
                canvas.line(column(x, y), line(x, y), column(nextX, nextY), line(nextX, nextY), radius, ink);
                x = nextX;
                y = nextY;
            }
        }
    }

    /** A Catmull-Rom spline: the smooth curve from point i to point i + 1, at t from 0 to 1. */
    private static double spline(double[] points, int axis, int i, int last, double t) {
        double before = points[2 * Math.max(i - 1, 0) + axis];
        double from = points[2 * i + axis];
        double to = points[2 * (i + 1) + axis];
        double after = points[2 * Math.min(i + 2, last) + axis];
        double linear = to - before;
        double quadratic = 2 * before - 5 * from + 4 * to - after;
        double cubic = 3 * (from - to) + after - before;
        return from + 0.5 * t * (linear + t * (quadratic + t * cubic));
    }

    /** A short line that belongs to no digit. */
    private void stray() {
        double x = between(0, SIDE);
        double y = between(0, SIDE);
        canvas.line(x, y, x + normal(5), y + normal(5), between(0.5, 1.2), between(0.4, 0.9));
    }

    private double column(double x, double y) {
        return centerX + cos * width * (x - slant * y) - sin * height * y;
    }

    private double line(double x, double y) {
        return centerY + sin * width * (x - slant * y) + cos * height * y;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double normal(double std) {
        return std * random.nextGaussian();
    }
}
