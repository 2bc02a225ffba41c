package nursery.bench.diagnosis;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;

/** The rows that programs learn from, and what may be done to rows before they are split. */
final class Rows {
    private static final int POOL = 12_000;
    private static final int TRAIN = 5_000;
    private static final int PART = 1_000;

    private Rows() {}

    /** Read once, when first asked for. */
    private static final class Mnist {
        static final Dataset POOL_ROWS =
                Data.mnist().rows(IntStream.range(0, POOL).toArray());
    }

    /** MNIST as it is read, 0 to 1: 12,000 of its training rows. */
    static Dataset mnist() {
        return Mnist.POOL_ROWS;
    }

    /** 5,000 rows to train on, 1,000 to validate, 1,000 to test. */
    static Split split(Dataset data, long seed) {
        return split(data, TRAIN, seed);
    }

    /** {@code train} rows to train on, 1,000 to validate, 1,000 to test. */
    static Split split(Dataset data, int train, long seed) {
        double rows = data.rows();
        return data.split(train / rows, PART / rows, PART / rows, seed);
    }

    /** Three fifths to train on, a fifth to validate, a fifth to test. */
    static Split fifths(Dataset data, long seed) {
        return data.split(0.6, 0.2, 0.2, seed);
    }

    /** A table of the data folder. */
    static Dataset table(String file, String label) {
        return Data.csv(Path.of(file), label);
    }

    /** The same rows with a function of every feature. */
    static Dataset map(Dataset data, DoubleUnaryOperator f) {
        return features(data, data.features().map(f));
    }

    /** The same targets with other features. */
    static Dataset features(Dataset data, Tensor features) {
        return data.classification()
                ? Dataset.of(features, data.labels(), data.classNames())
                : Dataset.of(features, data.targets());
    }

    /** The same features with other classes. */
    static Dataset labels(Dataset data, int[] labels) {
        return Dataset.of(data.features(), labels, data.classNames());
    }

    /** The same features with a function of every number to predict. */
    static Dataset targets(Dataset data, DoubleUnaryOperator f) {
        return Dataset.of(data.features(), data.targets().map(f));
    }

    /** The same features with the targets of other rows: somebody shuffled one and not the other. */
    static Dataset unaligned(Dataset data, long seed) {
        Dataset shuffled = data.shuffle(seed + 1);
        return data.classification()
                ? labels(data, shuffled.labels())
                : Dataset.of(data.features(), shuffled.targets());
    }

    /** The same rows of which a share has a random class. */
    static Dataset noisyLabels(Dataset data, double share, long seed) {
        SplittableRandom random = Seed.of(seed).with("noisy labels").generator();
        int[] labels = data.labels();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < share ? random.nextInt(data.classes()) : labels[i];
        }
        return labels(data, labels);
    }

    /** The rows that {@code keep} says yes to. */
    static Dataset where(Dataset data, IntPredicate keep) {
        return data.rows(IntStream.range(0, data.rows()).filter(keep).toArray());
    }

    /** The same with {@code train} made of the training part alone. */
    static Split train(Split data, UnaryOperator<Dataset> change) {
        return Split.of(change.apply(data.train()), data.validation(), data.test());
    }

    /** The same with the validation part changed alone. */
    static Split validation(Split data, UnaryOperator<Dataset> change) {
        return Split.of(data.train(), change.apply(data.validation()), data.test());
    }

    /** The same change to all three parts. */
    static Split all(Split data, UnaryOperator<Dataset> change) {
        return Split.of(change.apply(data.train()), change.apply(data.validation()), change.apply(data.test()));
    }
}
