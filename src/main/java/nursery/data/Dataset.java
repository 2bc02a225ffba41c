package nursery.data;

import java.util.List;
import nursery.tensor.EngineWarmUp;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Rows of features and what a net is to make of them: classes (classification) or numbers (regression). Immutable;
 * a dataset keeps the precision it was given.
 *
 * <p>Parts of a dataset share its memory wherever the rows are contiguous. {@link #features()} hands out that memory
 * too, for reading only.
 */
public final class Dataset {
    static {
        EngineWarmUp.start(); // a training usually follows
    }

    private final Tensor features;
    private final Targets targets;
    private final Facts facts;

    Dataset(Tensor features, Targets targets, Facts facts) {
        this.features = features;
        this.targets = targets;
        this.facts = facts;
    }

    // ---- making one ----

    /**
     * Rows with classes.
     *
     * @param features [rows, row shape...], kept, not copied
     * @param labels the class of every row, 0 to {@code classNames.size() - 1}
     * @param classNames the names of all classes, at least two
     * @throws IllegalArgumentException naming the first row that is wrong: a number that is NaN or infinite, a label out
     *     of range; or when there are no rows, no features, or not as many labels as rows
     */
    public static Dataset of(Tensor features, int[] labels, List<String> classNames) {
        Checks.requireRows(features, labels.length, "labels");
        return new Dataset(features, ClassTargets.of(labels, classNames), Facts.NONE);
    }

    /**
     * Rows with classes that are named by their numbers, 0 to the largest label.
     *
     * @param features [rows, row shape...], kept, not copied
     * @param labels the class of every row
     * @throws IllegalArgumentException as {@link #of(Tensor, int[], List)}, and when a class has no rows
     */
    public static Dataset of(Tensor features, int[] labels) {
        Checks.requireRows(features, labels.length, "labels");
        return new Dataset(features, ClassTargets.of(labels), Facts.NONE);
    }

    /**
     * Rows with numbers to predict.
     *
     * @param features [rows, row shape...], kept, not copied
     * @param targets [rows, k], kept, not copied
     * @throws IllegalArgumentException naming the first row that holds NaN or infinity; or when there are no rows, no
     *     features, or not as many targets as rows
     */
    public static Dataset of(Tensor features, Tensor targets) {
        Checks.requireRows(features, targets.rows(), "targets");
        if (targets.shape().rank() != 2 || targets.columns() == 0) {
            throw new IllegalArgumentException("expected targets of shape [rows, k] with k of at least 1, received "
                    + targets.shape() + "; reshape them");
        }
        Checks.requireFinite(targets, "target");
        return new Dataset(features, new NumberTargets(targets), Facts.NONE);
    }

    /** The same rows with names for the columns. */
    Dataset named(List<String> featureNames) {
        return with(facts.withFeatureNames(featureNames));
    }

    /** The same rows with one more remark for the summary. */
    Dataset noted(String note) {
        return with(facts.withNote(note));
    }

    /** The same rows, of which the last {@code n} are the official test rows. */
    Dataset withOfficialTest(int n) {
        return with(facts.withOfficialTest(n));
    }

    private Dataset with(Facts other) {
        return new Dataset(features, targets, other);
    }

    /** The same rows with other features. */
    Dataset withFeatures(Tensor other) {
        return new Dataset(other, targets, facts);
    }

    // ---- looking at it ----

    /** The features, [rows, row shape...]: the dataset's own memory, not to be changed. */
    public Tensor features() {
        return features;
    }

    /** How many rows there are. */
    public int rows() {
        return features.rows();
    }

    /** The shape of one row: {@code [4]} for a table, {@code [channels, height, width]} for images. */
    public Shape rowShape() {
        return features.shape().row();
    }

    /** Whether the rows belong to classes; otherwise there are numbers to predict. */
    public boolean classification() {
        return targets instanceof ClassTargets;
    }

    /** The number of classes, 0 when there are numbers to predict. */
    public int classes() {
        return targets instanceof ClassTargets t ? t.names().size() : 0;
    }

    /** The names of the classes, empty when there are numbers to predict. */
    public List<String> classNames() {
        return targets instanceof ClassTargets t ? t.names() : List.of();
    }

    /** How many rows each class has, empty when there are numbers to predict. */
    public int[] classCounts() {
        return targets instanceof ClassTargets t ? t.counts() : new int[0];
    }

    /**
     * The class of a row.
     *
     * @throws IllegalStateException if there are numbers to predict
     */
    public int label(int row) {
        return classTargets().labels()[row];
    }

    /**
     * The classes of all rows, copied.
     *
     * @throws IllegalStateException if there are numbers to predict
     */
    public int[] labels() {
        return classTargets().labels().clone();
    }

    private ClassTargets classTargets() {
        if (targets instanceof ClassTargets t) {
            return t;
        }
        throw new IllegalStateException(
                "expected rows with classes, received rows with numbers to predict; ask for targets() or use asClasses()");
    }

    /**
     * The numbers to predict, [rows, k]: the dataset's own memory, not to be changed.
     *
     * @throws IllegalStateException if the rows have classes
     */
    public Tensor targets() {
        if (targets instanceof NumberTargets t) {
            return t.values();
        }
        throw new IllegalStateException(
                "expected rows with numbers to predict, received rows with classes; ask for labels() or encode(outputs)");
    }

    /** The names of the columns of a table, empty when they have none. */
    public List<String> featureNames() {
        return facts.featureNames();
    }

    /** What whoever reads the numbers should know, such as the rows and columns that a reader left out. */
    public List<String> notes() {
        return facts.notes();
    }

    /** The smallest, the largest and the mean feature. */
    public FeatureRange range() {
        return FeatureRange.of(features);
    }

    /**
     * What a net with that many outputs learns, [rows, outputs], in the precision of the features: one-hot rows for
     * classes, a column of 0 and 1 for two classes and one output, the numbers to predict.
     *
     * @throws IllegalArgumentException if the number of outputs does not fit
     */
    public Tensor encode(int outputs) {
        return targets.encode(outputs, features.precision());
    }

    // ---- parts of it ----

    /**
     * The first {@code n} rows; shares the memory.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public Dataset take(int n) {
        if (n < 1 || n > rows()) {
            throw new IllegalArgumentException(
                    "expected a number of rows from 1 to " + rows() + ", received " + n + "; take fewer rows");
        }
        return slice(0, n);
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive); shares the memory. */
    Dataset slice(int from, int to) {
        return new Dataset(features.rows(from, to), targets.slice(from, to), facts.withOfficialTest(0));
    }

    /**
     * The given rows in the given order, copied; a row may appear more than once.
     *
     * @throws IllegalArgumentException if there is no such row, or none is asked for
     */
    public Dataset rows(int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("expected at least one row, received none; name the rows to take");
        }
        for (int i : indices) {
            if (i < 0 || i >= rows()) {
                throw new IllegalArgumentException(
                        "expected rows from 0 to " + (rows() - 1) + ", received " + i + "; count the rows from 0");
            }
        }
        return gather(indices);
    }

    /** The given rows, perhaps none, in the given order, copied. */
    Dataset gather(int[] indices) {
        Tensor chosen = Tensor.zeros(rowShape().batch(indices.length), features.precision());
        chosen.gatherRows(features, indices, 0, indices.length);
        return new Dataset(chosen, targets.rows(indices), facts.withOfficialTest(0));
    }

    /** The same rows in a random order, copied; the same seed gives the same order. */
    public Dataset shuffle(long seed) {
        return gather(Order.shuffled(rows(), seed));
    }

    /**
     * As many rows drawn at random with replacement, copied: a bootstrap sample, in which about 1 - 1/e = 63 % of the rows
     * appear (Efron 1979; for bagging, Breiman 1996). The same seed gives the same rows.
     */
    public Dataset bootstrap(long seed) {
        return gather(Order.drawn(rows(), seed));
    }

    /**
     * Random parts, with seed 0.
     *
     * @see #split(double, double, double, long)
     */
    public Split split(double train, double validation, double test) {
        return split(train, validation, test, 0);
    }

    /**
     * Random parts for training, validation and testing. Classes keep their proportions: a part gets its exact share of
     * every class, rounded down or up, except that a class with rows has at least one of them in the training part.
     *
     * @param train the fraction of the rows to train on, above 0
     * @param validation the fraction to choose hyperparameters by; may be 0
     * @param test the fraction to measure the final model on; may be 0
     * @param seed the same seed gives the same parts
     * @throws IllegalArgumentException if the fractions are negative or add up to more than 1, or if a part with a
     *     fraction above 0 would be empty
     */
    public Split split(double train, double validation, double test, long seed) {
        return StratifiedSplit.of(this, targets, new double[] {train, validation, test}, seed);
    }

    /**
     * The splits of k-fold cross-validation: the rows are dealt into {@code k} parts, class by class, and each part in turn
     * validates what the others train. Parts differ by at most one row, in each class too. Test parts are empty.
     *
     * @param k how many, from 2 to the number of rows
     * @param seed the same seed gives the same parts
     * @throws IllegalArgumentException if there are not as many rows
     */
    public List<Split> folds(int k, long seed) {
        return Folds.of(this, targets, k, seed);
    }

    /**
     * The parts that published results on this dataset use: the official test rows, the last {@code validation} of the
     * other rows, and the rest for training. Unlike {@link #split} it does not shuffle and copies nothing.
     *
     * @throws IllegalStateException if the dataset has no official test rows, or no longer all rows
     * @throws IllegalArgumentException if no row is left for training
     */
    public Split official(int validation) {
        if (facts.officialTest() == 0) {
            throw new IllegalStateException("expected a whole dataset with official test rows, such as Data.mnist(),"
                    + " received " + Text.count(rows()) + " rows without; use split(0.8, 0.1, 0.1)");
        }
        int training = rows() - facts.officialTest();
        if (validation < 0 || validation >= training) {
            throw new IllegalArgumentException("expected 0 to " + (training - 1) + " validation rows, received "
                    + validation + "; official(5000) is usual");
        }
        return Split.of(
                slice(0, training - validation), slice(training - validation, training), slice(training, rows()));
    }

    /**
     * The same rows with a class for every distinct number to predict, in ascending order and named by it. For tables
     * whose label column numbers the classes.
     *
     * @throws IllegalStateException if the rows have classes already
     * @throws IllegalArgumentException if there is more than one number per row, or one that is not whole
     */
    public Dataset asClasses() {
        return new Dataset(features, ClassTargets.ofNumbers(targets()), facts);
    }

    /** Whether rows of this and of the other dataset could go through the same net. */
    boolean matches(Dataset other) {
        return rowShape().equals(other.rowShape()) && targets.matches(other.targets);
    }

    /** For summaries: classes with their counts, or the range of the numbers to predict. */
    String targetDetails() {
        return targets.details();
    }

    /** Rows, shape and targets in one line: {@code 4,000 rows of [1, 28, 28] float32, 10 classes}. */
    String headline() {
        String precision = features.precision() == Precision.FLOAT32 ? " float32, " : " float64, ";
        return Text.count(rows()) + (rows() == 1 ? " row of " : " rows of ") + rowShape() + precision + targets.kind();
    }

    /** A summary: rows and shape, classes with their counts, range of the features, notes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Dataset: " + headline())
                .append("\n  ")
                .append(targetDetails())
                .append("\n  features: ")
                .append(range());
        notes().forEach(note -> text.append("\n  note: ").append(note));
        return text.toString();
    }
}
