package nursery;

import nursery.data.Dataset;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Small data sets for tests. */
public final class TestData {
    private TestData() {}

    /** Clouds around one random center per class, N(0, 1) in each feature, centers N(0, 2²) apart. */
    public static Dataset blobs(int classes, int features, int perClass, long seed) {
        var random = Seed.of(seed).with("test blobs").generator();
        Tensor centers = Tensor.zeros(Shape.of(classes, features), Precision.FLOAT32);
        centers.fillNormal(random, 0, 2);
        Tensor x = Tensor.zeros(Shape.of(classes * perClass, features), Precision.FLOAT32);
        x.fillNormal(random, 0, 1);
        int[] labels = new int[classes * perClass];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % classes;
            x.rows(i, i + 1).addInPlace(1, centers.rows(labels[i], labels[i] + 1));
        }
        return Dataset.of(x, labels);
    }
}
