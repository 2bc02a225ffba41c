package nursery.bench.diagnosis;

import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.decay;
import static nursery.Nursery.flip;
import static nursery.Nursery.noise;
import static nursery.Nursery.normal;

import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.activations.Relu;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.Activate;

/** Drawn digits through convolutions, and CIFAR-10 through fully connected layers and convolutions. */
final class ValidationImages {
    private static final int CIFAR_ROWS = 6_000;
    private static final int CIFAR_TRAIN = 3_000;

    private ValidationImages() {}

    static void addTo(Suite suite) {
        drawn(suite);
        cifar(suite);
        cifarConvolutions(suite);
    }

    private static Net small() {
        return Net.input(1, 28, 28)
                .conv(8, 3)
                .batchNorm()
                .relu()
                .maxPool(2)
                .conv(16, 3)
                .batchNorm()
                .relu()
                .maxPool(2)
                .flatten()
                .dense(10)
                .softmax();
    }

    /** Two convolutions on square pictures. */
    private static Net convolutions(int channels, int side) {
        return Net.input(channels, side, side)
                .conv(8, 3)
                .relu()
                .maxPool(2)
                .conv(16, 3)
                .relu()
                .maxPool(2)
                .flatten()
                .dense(10)
                .softmax();
    }

    private static Setup drawn(Net net, Dataset rows, long seed) {
        return new Setup(
                net,
                Trainer.adam(3e-3).batchSize(50).epochs(3).seed(seed),
                Rows.split(rows, 2_000, seed).center());
    }

    private static void drawn(Suite suite) {
        Healthy normalized = new Healthy(
                "drawn digits, conv and batch norm", seed -> drawn(small(), Data.digits(4_000, seed), seed));
        Healthy plain =
                new Healthy("drawn digits, conv", seed -> drawn(convolutions(1, 28), Data.digits(4_000, seed), seed));
        suite.add(
                normalized,
                plain,
                plain.but(
                        "momentum",
                        s -> s.trainer(t ->
                                Trainer.momentum(2e-2).batchSize(50).epochs(4).seed(t.seed()))),
                plain.but(
                        "a little noise",
                        s -> s.trainer(t -> t.augment(noise(0.1)).epochs(4))));
        suite.add(
                plain.faulty("rate 1e-6", s -> s.rate(1e-6), "D34"),
                plain.faulty("rate .5", s -> s.rate(0.5), "D33", "D32", "D43", "D44", "D18"),
                plain.faulty(
                        "channel bias -5",
                        s -> s.net(net -> Nets.replace(net, 3, layer -> new Shifted(layer, -5))),
                        "D44",
                        "D43"),
                plain.faulty(
                        "raw 0 to 255, SGD",
                        s -> s.data(Rows.split(Rows.map(Data.digits(4_000, s.seed()), x -> 255 * x), 2_000, s.seed()))
                                .trainer(t ->
                                        Trainer.sgd(0.1).batchSize(50).epochs(3).seed(t.seed())),
                        "D02"),
                plain.faulty(
                        "labels from 1",
                        s -> s.data(data -> Rows.all(
                                data,
                                rows -> Rows.labels(
                                        rows,
                                        IntStream.of(rows.labels())
                                                .map(c -> c + 1)
                                                .toArray()))),
                        "D08",
                        Outcome.REFUSED),
                plain.faulty(
                        "noise of 3 on every pixel", s -> s.trainer(t -> t.augment(noise(3))), "D65", "D49", "D57"),
                plain.faulty(
                        "dropout .9 on the features",
                        s -> s.net(Net.input(1, 28, 28)
                                .conv(8, 3)
                                .relu()
                                .dropout(0.9)
                                .maxPool(2)
                                .conv(16, 3)
                                .relu()
                                .dropout(0.9)
                                .maxPool(2)
                                .flatten()
                                .dense(10)
                                .softmax()),
                        "D16",
                        "D49"));
    }

    /** Read once, when first asked for. */
    private static final class Cifar {
        static final Dataset ROWS =
                Data.cifar10().rows(IntStream.range(0, CIFAR_ROWS).toArray());
    }

    private static Split cifarRows(long seed) {
        return Rows.split(Cifar.ROWS, CIFAR_TRAIN, seed).center();
    }

    private static void cifar(Suite suite) {
        Healthy cifar = new Healthy(
                "CIFAR-10 3072-100-10",
                seed -> new Setup(
                        Nets.dense(3072, Net::relu, 100, 10).softmax(),
                        Trainer.momentum(1e-2).batchSize(50).epochs(6).seed(seed),
                        cifarRows(seed)));
        Healthy few = cifar.but(
                        "300 rows, 10 epochs",
                        s -> s.data(data -> Rows.train(data, rows -> rows.take(300)))
                                .trainer(t -> t.epochs(10)))
                .byLoss();
        suite.add(
                cifar,
                few,
                cifar.but("l2 1e-2", s -> s.net(net -> net.l2(1e-2))),
                cifar.but(
                        "linear",
                        s -> s.net(Net.input(3072).dense(10).softmax()).rate(1e-3)),
                cifar.but(
                        "Adadelta",
                        s -> s.trainer(t ->
                                Trainer.adadelta(0.3).batchSize(50).epochs(6).seed(t.seed()))));
        suite.add(
                cifar.faulty("rate 1", s -> s.rate(1), "D33", "D32", "D31", "D43"),
                cifar.faulty("rate 1e-7", s -> s.rate(1e-7), "D34"),
                cifar.faulty("l2 10", s -> s.net(net -> net.l2(10)), "D48", "D49"),
                cifar.faulty(
                        "rate x .05 per epoch", s -> s.rate(1e-3).trainer(t -> t.schedule(decay(0.05))), "D60", "D58"),
                cifar.faulty(
                        "raw 0 to 255",
                        s -> s.data(Rows.split(Rows.map(Cifar.ROWS, x -> 255 * x), CIFAR_TRAIN, s.seed())),
                        "D02"),
                cifar.faulty(
                        "cross-entropy on raw outputs",
                        s -> s.net(Nets.dense(3072, Net::relu, 100, 10).loss(crossEntropy())),
                        "D11"),
                cifar.faulty("uphill", s -> s.trainer(t -> t.optimizer(new Ascending(t.optimizer()))), "D37", "D38"),
                few.faulty("100 epochs", s -> s.trainer(t -> t.epochs(100)), "D56"));
        suite.add(cifar.incorrect(
                "sum-reduced loss", s -> s.net(net -> net.loss(new SummedLoss(crossEntropy()))), "D25", "D33", "D32"));
    }

    private static void cifarConvolutions(Suite suite) {
        Healthy cifar = new Healthy(
                "CIFAR-10, two convolutions",
                seed -> new Setup(
                        convolutions(3, 32),
                        Trainer.adam(2e-3).batchSize(50).epochs(5).seed(seed),
                        cifarRows(seed)));
        suite.add(cifar, cifar.but("flipped at random", s -> s.trainer(t -> t.augment(flip()))));
        suite.add(
                cifar.faulty("no activations", s -> s.net(net -> Nets.without(net, new Activate(new Relu()))), "D14"),
                cifar.faulty("init N(0, 1)", s -> s.net(net -> net.init(normal(1))), "D22", "D23", "D46"),
                cifar.faulty("rate 1e-7", s -> s.rate(1e-7), "D34"));
        suite.add(cifar.incorrect(
                "backward of a convolution x 1.05",
                s -> s.net(net -> Nets.replace(net, 3, layer -> new ScaledGradient(layer, 1.05))),
                "D26"));
    }
}
