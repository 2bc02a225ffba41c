package nursery.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Small problems in the plane, drawn at random. StrictMath, because Math may give other bits once it is compiled. */
public final class Toys {
    private Toys() {}

    /**
     * Arms of a spiral, one per class (CS231n, "Putting it together: minimal neural network case study"): a linear
     * classifier gets about half of three arms right, a small net nearly all. Along an arm the radius grows from 0 to 1
     * and the angle by 4 radians, with N(0, 0.2²) noise.
     */
    public static Dataset spiral(int classes, int perClass, long seed) {
        requireClasses(classes);
        requirePerClass(perClass);
        SplittableRandom random = Seed.of(seed).with("spiral").generator();
        float[] points = new float[2 * classes * perClass];
        int at = 0;
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < perClass; i++) {
                double along = perClass == 1 ? 0 : i / (perClass - 1.0);
                double angle = 2 * Math.PI * c / classes + 4 * along + 0.2 * random.nextGaussian();
                points[at++] = (float) (along * StrictMath.sin(angle));
                points[at++] = (float) (along * StrictMath.cos(angle));
            }
        }
        return dataset(points, classes, perClass);
    }

    /**
     * Gaussian clouds with standard deviation 1, one per class, whose centers lie evenly on a circle, neighbors 6
     * deviations apart: easy even for a linear classifier.
     */
    public static Dataset blobs(int classes, int perClass, long seed) {
        requireClasses(classes);
        requirePerClass(perClass);
        SplittableRandom random = Seed.of(seed).with("blobs").generator();
        double radius = 3 / StrictMath.sin(Math.PI / classes);
        float[] points = new float[2 * classes * perClass];
        int at = 0;
        for (int c = 0; c < classes; c++) {
            double angle = 2 * Math.PI * c / classes;
            for (int i = 0; i < perClass; i++) {
                points[at++] = (float) (radius * StrictMath.cos(angle) + random.nextGaussian());
                points[at++] = (float) (radius * StrictMath.sin(angle) + random.nextGaussian());
            }
        }
        return dataset(points, classes, perClass);
    }

    /**
     * Two interleaving half circles of radius 1, the upper one around (0, 0) and the lower one around (1, 0.5), with
     * Gaussian noise (scikit-learn's {@code make_moons}).
     *
     * @param rows how many rows in both together; an odd one goes to the lower moon
     * @param noise the standard deviation of the noise, 0 or more
     */
    public static Dataset moons(int rows, double noise, long seed) {
        if (rows < 2) {
            throw new IllegalArgumentException(
                    "expected at least 2 rows for two moons, received " + rows + "; for example moons(200, 0.1, 7)");
        }
        if (!(noise >= 0) || noise > 1e6) {
            throw new IllegalArgumentException(
                    "expected noise of 0 or more, received " + noise + "; for example moons(200, 0.1, 7)");
        }
        SplittableRandom random = Seed.of(seed).with("moons").generator();
        int upper = rows / 2;
        float[] points = new float[2 * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            boolean up = i < upper;
            int place = up ? i : i - upper;
            int last = (up ? upper : rows - upper) - 1;
            double angle = last == 0 ? Math.PI / 2 : Math.PI * place / last;
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            points[2 * i] = (float) ((up ? x : 1 - x) + noise * random.nextGaussian());
            points[2 * i + 1] = (float) ((up ? y : 0.5 - y) + noise * random.nextGaussian());
            labels[i] = up ? 0 : 1;
        }
        return Dataset.of(Tensor.of(points, Shape.of(rows, 2)), labels).named(List.of("x", "y"));
    }

    private static Dataset dataset(float[] points, int classes, int perClass) {
        int rows = classes * perClass;
        int[] labels = IntStream.range(0, rows).map(i -> i / perClass).toArray();
        return Dataset.of(Tensor.of(points, Shape.of(rows, 2)), labels).named(List.of("x", "y"));
    }

    private static void requireClasses(int classes) {
        if (classes < 2 || classes > 1000) {
            throw new IllegalArgumentException(
                    "expected 2 to 1000 classes, received " + classes + "; use 3 for the usual picture");
        }
    }

    private static void requirePerClass(int perClass) {
        if (perClass < 1 || perClass > 1_000_000) {
            throw new IllegalArgumentException(
                    "expected 1 to 1,000,000 rows per class, received " + perClass + "; 100 is usual");
        }
    }
}
