package nursery.data;

import java.util.List;
import java.util.stream.Stream;

/** The three parts of a dataset: to train on, to choose hyperparameters by, and to measure the final model on. Immutable. */
public final class Split {
    private final Dataset train;
    private final Dataset validation;
    private final Dataset test;
    private final List<Transform> preprocessing;

    private Split(Dataset train, Dataset validation, Dataset test, List<Transform> preprocessing) {
        this.train = train;
        this.validation = validation;
        this.test = test;
        this.preprocessing = preprocessing;
    }

    /**
     * Three datasets of the same problem as the parts of a split.
     *
     * @throws IllegalArgumentException if there is nothing to train on, or the parts differ in the shape of a row or in
     *     what is to be predicted
     */
    public static Split of(Dataset train, Dataset validation, Dataset test) {
        if (train.rows() == 0) {
            throw new IllegalArgumentException("expected at least one training row, received none; add rows");
        }
        requireMatch(train, validation, "validation");
        requireMatch(train, test, "test");
        return new Split(train, validation, test, List.of());
    }

    private static void requireMatch(Dataset train, Dataset part, String name) {
        if (!train.matches(part)) {
            throw new IllegalArgumentException("expected " + name + " rows like the training rows, " + train.headline()
                    + ", received " + part.headline() + "; make all parts from the same columns and classes");
        }
    }

    /** The rows to train on. */
    public Dataset train() {
        return train;
    }

    /** The rows to choose hyperparameters by; no rows when their fraction was 0. */
    public Dataset validation() {
        return validation;
    }

    /** The rows to measure the final model on; no rows when their fraction was 0. */
    public Dataset test() {
        return test;
    }

    /** The same split with a {@linkplain Dataset#bootstrap bootstrap sample} of its training rows. */
    public Split bootstrap(long seed) {
        return new Split(train.bootstrap(seed), validation, test, preprocessing);
    }

    /** What was done to the features, in order. */
    public List<Transform> preprocessing() {
        return preprocessing;
    }

    /**
     * Subtracts the mean of every column, taken over the training part: x - mean. For images that is the mean image, as
     * for AlexNet.
     */
    public Split center() {
        return preprocess(new Center());
    }

    /**
     * Subtracts the mean of every channel of images, taken over all pixels of the training part, as for VGGNet.
     *
     * @throws IllegalArgumentException if the rows are no images
     */
    public Split centerChannels() {
        return preprocess(new CenterChannels());
    }

    /**
     * Subtracts the mean of every column and divides by its standard deviation, both taken over the training part: (x -
     * mean) / std. A constant column is divided by 1; {@link #notes()} names columns that are constant or nearly so.
     */
    public Split standardize() {
        return preprocess(new Standardize());
    }

    /**
     * Brings every column to 0 to 1: (x - min) / (max - min), both taken over the training part. A constant column is
     * divided by 1; rows of other parts are not clipped.
     */
    public Split minMax() {
        return preprocess(new MinMax());
    }

    /** Rotates the centered rows to the principal components of the training part, all of them; see {@link Pca}. */
    public Split pca() {
        return preprocess(new Pca(train.rowShape().size()));
    }

    /**
     * The first {@code components} principal components of the training part; see {@link Pca}.
     *
     * @throws IllegalArgumentException if there are not as many columns
     */
    public Split pca(int components) {
        return preprocess(new Pca(components));
    }

    /** Decorrelates and gives every component the variance 1, with ε = 1e-5; see {@link Whiten}. */
    public Split whiten() {
        return preprocess(new Whiten());
    }

    /**
     * Decorrelates and divides every component by sqrt(variance + ε); see {@link Whiten}.
     *
     * @throws IllegalArgumentException if ε is 0 and a direction has no variance
     */
    public Split whiten(double epsilon) {
        return preprocess(new Whiten(epsilon));
    }

    /**
     * Images of another size, by bilinear interpolation; see {@link Resize}.
     *
     * @throws IllegalArgumentException if the rows are no images
     */
    public Split resize(int height, int width) {
        return preprocess(new Resize(height, width));
    }

    /** Fits a preprocessor on the training part and applies it to all parts. */
    public Split preprocess(Preprocessor preprocessor) {
        Transform fitted = preprocessor.fit(train);
        return new Split(
                fitted.apply(train),
                fitted.apply(validation),
                fitted.apply(test),
                Stream.concat(preprocessing.stream(), Stream.of(fitted)).toList());
    }

    /** What whoever reads the numbers should know: the notes of the dataset, then of the preprocessing. */
    public List<String> notes() {
        return Stream.concat(train.notes().stream(), preprocessing.stream().flatMap(t -> t.notes().stream()))
                .toList();
    }

    /** A summary: rows of every part, classes, range of the features, preprocessing, notes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Split: " + train.headline())
                .append(" to train on, ")
                .append(Text.count(validation.rows()))
                .append(" to validate, ")
                .append(Text.count(test.rows()))
                .append(" to test")
                .append("\n  ")
                .append(train.targetDetails())
                .append("\n  features: ")
                .append(train.range());
        preprocessing.forEach(t -> text.append("\n  preprocessing: ").append(t));
        notes().forEach(note -> text.append("\n  note: ").append(note));
        return text.toString();
    }
}
