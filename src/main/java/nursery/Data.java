package nursery;

import java.nio.file.Path;
import java.util.List;
import nursery.data.Cifar10;
import nursery.data.Dataset;
import nursery.data.Digits;
import nursery.data.Mnist;
import nursery.data.TableReader;
import nursery.data.Toys;
import nursery.tensor.EngineWarmUp;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/** Where data comes from: drawn at random, read from files and tables, or handed in as arrays. */
public final class Data {
    static {
        EngineWarmUp.start(); // beside the reading of files
    }

    private Data() {}

    // ---- drawn, no files needed ----

    /**
     * Digits as a shaky hand writes them, [1, 28, 28] grey from 0 to 1, ten classes. A linear classifier is right about
     * four times in five, a hidden layer brings it above 90 %.
     *
     * @param rows the number of digits; each ten in turn hold every digit once
     * @param seed the same seed draws the same digits
     */
    public static Dataset digits(int rows, long seed) {
        return Digits.draw(rows, seed);
    }

    /**
     * A spiral with one arm per class in the plane, as in CS231n; a linear classifier fails on it.
     *
     * @param classes the number of arms, at least 2
     * @param perClass the number of points per arm
     * @param seed the same seed draws the same points
     */
    public static Dataset spiral(int classes, int perClass, long seed) {
        return Toys.spiral(classes, perClass, seed);
    }

    /**
     * Two interleaving half circles in the plane with noise 0.1.
     *
     * @param rows the number of points in both together
     * @param seed the same seed draws the same points
     */
    public static Dataset moons(int rows, long seed) {
        return moons(rows, 0.1, seed);
    }

    /**
     * Two interleaving half circles of radius 1 in the plane.
     *
     * @param rows the number of points in both together
     * @param noise the standard deviation of the noise, 0 or more
     * @param seed the same seed draws the same points
     */
    public static Dataset moons(int rows, double noise, long seed) {
        return Toys.moons(rows, noise, seed);
    }

    /**
     * Round clouds in the plane, one per class and easy to tell apart.
     *
     * @param classes the number of clouds, at least 2
     * @param perClass the number of points per cloud
     * @param seed the same seed draws the same points
     */
    public static Dataset blobs(int classes, int perClass, long seed) {
        return Toys.blobs(classes, perClass, seed);
    }

    // ---- files and tables ----

    /**
     * The 70,000 handwritten digits of MNIST, [1, 28, 28] grey from 0 to 1, training rows first. Looked up in the data
     * folder and the cache, else downloaded; see {@link Mnist}.
     */
    public static Dataset mnist() {
        return Mnist.load();
    }

    /**
     * Whether the four files of MNIST are in the data folder or the cache, so that {@link #mnist()} downloads nothing.
     */
    public static boolean hasMnist() {
        return Mnist.isHere();
    }

    /**
     * The 60,000 color pictures of CIFAR-10, [3, 32, 32] from 0 to 1, training rows first, or the smaller set in its form
     * that lies in {@code cifar10-small/}. Looked up in the data folder and the cache, else downloaded; see {@link
     * Cifar10}.
     */
    public static Dataset cifar10() {
        return Cifar10.load();
    }

    /** Whether CIFAR-10, whole or small, is in the data folder or the cache, so that {@link #cifar10()} downloads nothing. */
    public static boolean hasCifar10() {
        return Cifar10.isHere();
    }

    /**
     * A table in a CSV file, in float64; see {@link TableReader#csv}.
     *
     * @param file the file
     * @param label the column to predict: numbers mean regression ({@link Dataset#asClasses()} turns them into classes),
     *     texts mean classes
     */
    public static Dataset csv(Path file, String label) {
        return TableReader.csv(file, label);
    }

    /**
     * A Tablesaw table, in float64; see {@link TableReader#table}.
     *
     * @param table the rows
     * @param label the column to predict: numbers mean regression ({@link Dataset#asClasses()} turns them into classes),
     *     anything else means classes
     */
    public static Dataset table(Table table, String label) {
        return TableReader.table(table, label);
    }

    // ---- arrays ----

    /**
     * Rows with classes that are named by their numbers, in float64, copied.
     *
     * @param features one array per row, all of the same length
     * @param labels the class of every row, 0 to the number of classes - 1, each at least once
     * @throws IllegalArgumentException if a row has another length, a number is NaN or infinite, a label is out of range,
     *     or there are fewer than two classes; the message names the row
     */
    public static Dataset of(double[][] features, int[] labels) {
        return Dataset.of(Tensor.of(features), labels);
    }

    /**
     * Rows with classes, in float64, copied.
     *
     * @param features one array per row, all of the same length
     * @param labels the class of every row: a place in {@code classNames}, counted from 0
     * @param classNames the names of all classes; some may have no rows
     * @throws IllegalArgumentException as {@link #of(double[][], int[])}
     */
    public static Dataset of(double[][] features, int[] labels, String... classNames) {
        return Dataset.of(Tensor.of(features), labels, List.of(classNames));
    }

    /**
     * Rows with a number to predict (regression), in float64, copied.
     *
     * @param features one array per row, all of the same length
     * @param targets the number to predict for every row
     * @throws IllegalArgumentException if a row has another length or a number is NaN or infinite; the message names the
     *     row
     */
    public static Dataset of(double[][] features, double[] targets) {
        return Dataset.of(Tensor.of(features), Tensor.of(targets.clone(), Shape.of(targets.length, 1)));
    }
}
