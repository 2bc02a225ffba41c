package nursery.bench;

import java.util.SplittableRandom;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * A net of the comparison and how it learns.
 *
 * @param net its layers
 * @param trainer its optimizer and batch size; d only predicts
 */
record Workload(Net net, Trainer trainer) {

    /** Workload a, b, c, d or e. */
    static Workload of(char name) {
        return switch (name) {
            case 'a' ->
                new Workload(
                        Net.input(3072).dense(50).relu().dense(10).softmax(),
                        Trainer.momentum(1e-4).batchSize(100));
            case 'b' -> new Workload(batchNormed(), Trainer.adam(1e-4).batchSize(100));
            case 'c' ->
                new Workload(
                        Net.input(784)
                                .dense(256)
                                .relu()
                                .dense(128)
                                .relu()
                                .dense(10)
                                .softmax(),
                        Trainer.adam(1e-4).batchSize(128));
            case 'd' -> new Workload(deep(), Trainer.sgd(1e-4).batchSize(16));
            case 'e' -> new Workload(convolutional(), Trainer.adam(1e-4).batchSize(50));
            default -> throw new IllegalArgumentException("expected a workload out of abcde, received " + name);
        };
    }

    private static Net batchNormed() {
        Net net = Net.input(3072);
        for (int i = 0; i < 5; i++) {
            net = net.dense(100).batchNorm().relu();
        }
        return net.dense(10).softmax();
    }

    private static Net deep() {
        Net net = Net.input(4096);
        for (int i = 0; i < 6; i++) {
            net = net.dense(4096).tanh();
        }
        return net;
    }

    private static Net convolutional() {
        return Net.input(3, 32, 32)
                .conv(32, 3)
                .relu()
                .conv(32, 3)
                .relu()
                .maxPool(2)
                .flatten()
                .dense(100)
                .relu()
                .dense(10)
                .softmax();
    }

    /** Rows of random numbers, in one of ten classes each. */
    Dataset rows(int rows) {
        return Dataset.of(
                normal(net.inputShape().batch(rows)),
                new SplittableRandom(1).ints(rows, 0, 10).toArray());
    }

    /** The median over the epochs of a training that lasts about {@code atLeast} seconds. */
    double secondsPerEpoch(Dataset data, int threads, double atLeast) {
        EpochClock clock = new EpochClock(atLeast);
        trainer.epochs(100_000).threads(threads).callback(clock).fit(net, data.split(1, 0, 0));
        return clock.medianSeconds();
    }

    /** Numbers from N(0, 1). */
    static Tensor normal(Shape shape) {
        Tensor x = Tensor.zeros(shape, Precision.FLOAT32);
        x.fillNormal(new SplittableRandom(1), 0, 1);
        return x;
    }
}
