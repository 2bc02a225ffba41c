package nursery.bench.diagnosis;

import static nursery.Nursery.constant;
import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.decay;
import static nursery.Nursery.meanSquaredError;
import static nursery.Nursery.zeros;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.activations.Relu;
import nursery.activations.Softmax;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.Activate;
import nursery.optimizers.Adam;

/** The programs that thresholds are tuned on. */
final class Tuning {
    private final Suite suite = new Suite("tuning");

    private Tuning() {}

    /** All of them. */
    static Suite suite() {
        Tuning tuning = new Tuning();
        tuning.spiral();
        tuning.mnist();
        tuning.mnistRegularized();
        tuning.images();
        tuning.mpg();
        return tuning.suite;
    }

    /** P1: 2-100-3 on the spiral. */
    private void spiral() {
        Net net = Net.input(2).dense(100).relu().dense(3).softmax().l2(1e-3);
        Healthy p1 = new Healthy(
                "P1 spiral",
                seed -> new Setup(
                        net,
                        Trainer.sgd(1.0).batchSize(720).epochs(1_500).seed(seed),
                        Rows.fifths(Data.spiral(3, 400, seed), seed)));
        suite.add(
                p1,
                p1.but("rate .5", s -> s.rate(0.5)),
                p1.but("rate 2", s -> s.rate(2).trainer(t -> t.epochs(400))),
                p1.but(
                        "two arms, above 99 %",
                        s -> s.net(Net.input(2)
                                        .dense(100)
                                        .relu()
                                        .dense(2)
                                        .softmax()
                                        .l2(1e-3))
                                .data(Rows.fifths(Data.spiral(2, 600, s.seed()), s.seed()))));
        suite.add(p1.faulty("rate 50", s -> s.rate(50), "D32", "D31"));
    }

    private static Setup digits(Dataset rows, long seed) {
        Net net = Nets.dense(784, Net::relu, 256, 128, 10).softmax();
        return new Setup(
                net,
                Trainer.adam(1e-3).batchSize(64).epochs(5).seed(seed),
                Rows.split(rows, seed).center());
    }

    /** P3: 784-256-128-10 on MNIST. */
    private void mnist() {
        Healthy p3 = new Healthy("P3 MNIST", seed -> digits(Rows.mnist(), seed));
        Healthy momentum = p3.but(
                "momentum",
                s -> s.trainer(t -> Trainer.momentum(2e-2)
                        .batchSize(t.batchSize())
                        .epochs(t.epochs())
                        .seed(t.seed())));
        suite.add(
                p3,
                new Healthy("P3 drawn digits", seed -> digits(Data.digits(7_000, seed), seed)),
                p3.but(
                        "twelve units in the second layer",
                        s -> s.net(Nets.dense(784, Net::relu, 256, 12, 10).softmax())),
                p3.but("rate 5e-4", s -> s.rate(5e-4).trainer(t -> t.epochs(8))),
                p3.but("rate 2e-3", s -> s.rate(2e-3)),
                momentum,
                p3.but(
                        "RMSProp",
                        s -> s.trainer(t -> Trainer.rmsprop(5e-4)
                                .batchSize(t.batchSize())
                                .epochs(t.epochs())
                                .seed(t.seed()))),
                p3.but(
                        "standardized",
                        s -> s.data(Rows.split(Rows.mnist(), s.seed()).standardize())),
                p3.but(
                        "from 0 to 1",
                        s -> s.data(Rows.split(Rows.mnist(), s.seed())).trainer(t -> t.epochs(8))),
                p3.but(
                        "sparse",
                        s -> s.net(net -> Nets.replace(
                                Nets.replace(net, 0, layer -> new Shifted(layer, -0.3)),
                                2,
                                layer -> new Shifted(layer, -0.3)))),
                p3.but(
                        "classes 3:1",
                        s -> s.data(Rows.split(threeToOne(Rows.mnist()), 4_000, s.seed())
                                .center())));
        suite.add(
                p3.faulty("rate .1", s -> s.rate(0.1), "D33", "D43"),
                p3.faulty("rate 1e-6", s -> s.rate(1e-6), "D34"),
                p3.faulty("zero init", s -> s.net(net -> net.init(zeros())), "D21"),
                p3.faulty(
                        "hidden bias -5",
                        s -> s.net(net -> Nets.replace(net, 0, layer -> new Shifted(layer, -5))),
                        "D43"),
                p3.faulty(
                        "hidden softmax",
                        s -> s.net(net -> Nets.replace(
                                Nets.replace(net, 1, relu -> new Activate(new Softmax())),
                                3,
                                relu -> new Activate(new Softmax()))),
                        "D13"),
                p3.faulty("double softmax", s -> s.net(Net::softmax), "D12"),
                momentum.faulty("double softmax", s -> s.net(Net::softmax), "D12"),
                momentum.faulty(
                        "ReLU on the logits",
                        s -> s.net(
                                Nets.dense(784, Net::relu, 256, 128, 10).relu().softmax()),
                        "D11",
                        "D12"),
                p3.faulty(
                        "ReLU on the logits",
                        s -> s.net(
                                Nets.dense(784, Net::relu, 256, 128, 10).relu().softmax()),
                        "D11",
                        "D12"),
                p3.faulty(
                        "NaN in one row",
                        s -> {
                            s.data().train().features().set(784 * 1_234 + 300, Double.NaN);
                            return s;
                        },
                        "D01",
                        "D31"),
                p3.faulty("40 % label noise", s -> s.data(data -> noisy(data, s.seed())), "D63", "D56"),
                p3.faulty("hidden layers frozen", s -> s.trainer(t -> t.freeze("dense1", "dense2")), "D30"),
                p3.faulty(
                        "two units in the second layer",
                        s -> s.net(Nets.dense(784, Net::relu, 256, 2, 10).softmax()),
                        "D17",
                        "D57"),
                p3.faulty("batch = N", s -> s.trainer(t -> t.batchSize(5_000)), "D20", "D34", "D58"),
                p3.faulty(
                        "gradient sign flipped",
                        s -> s.trainer(t -> t.optimizer(new Ascending(t.optimizer()))),
                        "D37",
                        "D38"),
                p3.incorrect(
                        "sum-reduced loss", s -> s.net(net -> net.loss(new SummedLoss(crossEntropy()))), "D25", "D33"));
    }

    /** Training and validation rows as they come from the same careless hands; the test rows are right. */
    private static Split noisy(Split data, long seed) {
        return Rows.validation(
                Rows.train(data, rows -> Rows.noisyLabels(rows, 0.4, seed)),
                rows -> Rows.noisyLabels(rows, 0.4, seed + 1));
    }

    /** Every row of the lower half of the classes and each third of the others. */
    private static Dataset threeToOne(Dataset data) {
        int[] seen = new int[data.classes()];
        return Rows.where(data, row -> {
            int c = data.label(row);
            return seen[c]++ % (c < data.classes() / 2 ? 1 : 3) == 0;
        });
    }

    /** P3 with regularization, and where it is missing, too much, in the wrong place or without effect. */
    private void mnistRegularized() {
        Healthy p3 = new Healthy("P3 MNIST", seed -> digits(Rows.mnist(), seed));
        Healthy dropout = p3.but(
                "dropout .5",
                s -> s.net(Nets.dense(784, net -> net.relu().dropout(0.5), 256, 128, 10)
                                .softmax())
                        .trainer(t -> t.epochs(10)));
        Healthy l2 = p3.but("l2 1e-3", s -> s.net(net -> net.l2(1e-3)));
        Healthy l1 = p3.but("l1 1e-5", s -> s.net(net -> net.l1(1e-5)));
        Healthy small = p3.but(
                        "500 rows, regularized",
                        s -> s.net(Nets.dense(784, net -> net.relu().dropout(0.5), 256, 128, 10)
                                        .softmax()
                                        .l2(1e-3))
                                .trainer(t -> t.epochs(20))
                                .data(Rows.split(Rows.mnist(), 500, s.seed()).center()))
                .byLoss();
        Healthy normalized = p3.but(
                "batch norm and dropout",
                s -> s.net(Nets.dense(784, net -> net.batchNorm().relu().dropout(0.2), 256, 128, 10)
                        .softmax()));
        suite.add(dropout, l2, l1, small, normalized);
        suite.add(
                l1.faulty(
                        "l1 .1 on one layer",
                        s -> s.net(net -> net.l1(0.1))
                                .trainer(t -> t.penaltyFactor("dense1", 0).penaltyFactor("dense3", 0)),
                        "D48",
                        "D49"),
                small.faulty(
                        "no regularization, 200 epochs",
                        s -> s.net(Nets.dense(784, Net::relu, 256, 128, 10).softmax())
                                .trainer(t -> t.epochs(200)),
                        "D56"),
                normalized.faulty(
                        "dropout before batch norm and on the output",
                        s -> s.net(Nets.dense(
                                        784, net -> net.dropout(0.5).batchNorm().relu(), 256, 128, 10)
                                .dropout(0.5)
                                .softmax()),
                        "D17",
                        "D16"),
                normalized.faulty(
                        "batch of 1", s -> s.trainer(t -> t.batchSize(1).epochs(1)), "D20", "D54", "D55"),
                l2.faulty(
                        "inputs from 0 to 16 and l2 1",
                        s -> s.net(net -> net.l2(1)).data(data -> Rows.all(data, rows -> Rows.map(rows, x -> 16 * x))),
                        "D48",
                        "D49"));
        suite.add(
                l2.incorrect("regularization not in the loss", s -> s.trainer(t -> Nets.withoutPenalty(t, 3)), "D24"));
    }

    private static Net lenet(UnaryOperator<Net> activation) {
        Net net = activation.apply(Net.input(1, 28, 28).conv(32, 5)).maxPool(2);
        net = activation.apply(net.conv(64, 3)).maxPool(2);
        return activation.apply(net.flatten().dense(512)).dense(10).softmax().l2(1e-5);
    }

    private static Setup images(Dataset rows, long seed) {
        return new Setup(
                lenet(Net::relu),
                Trainer.sgd(0.1).batchSize(50).epochs(2).seed(seed),
                Rows.split(rows, seed).center());
    }

    /** P5: two convolutions on MNIST. */
    private void images() {
        Healthy p5 = new Healthy("P5 LeNet", seed -> images(Rows.mnist(), seed));
        Healthy slow = p5.but("rate .05", s -> s.rate(0.05).trainer(t -> t.epochs(3)));
        suite.add(
                p5,
                slow,
                p5.but("rate .2", s -> s.rate(0.2)),
                p5.but("leaky ReLU", s -> s.net(lenet(Net::leakyRelu))),
                p5.but("from 0 to 1", s -> s.data(Rows.split(Rows.mnist(), s.seed()))));
        suite.add(
                p5.faulty("rate .5", s -> s.rate(0.5), "D33", "D32"),
                p5.faulty("rate 2", s -> s.rate(2), "D33", "D32", "D31"),
                p5.faulty("rate .001", s -> s.rate(0.001), "D34"),
                p5.faulty("constant .1 init", s -> s.net(net -> net.init(constant(0.1))), "D21"),
                p5.faulty(
                        "channel bias -10",
                        s -> s.net(net -> Nets.replace(net, 0, layer -> new Shifted(layer, -10))),
                        "D44",
                        "D43"),
                p5.faulty("no activation", s -> s.net(net -> Nets.without(net, new Activate(new Relu()))), "D14"),
                p5.faulty(
                        "cross-entropy on raw outputs",
                        s -> s.net(net -> Nets.without(net.loss(crossEntropy()), new Activate(new Softmax()))),
                        "D11"),
                p5.faulty(
                        "raw 0 to 255", s -> s.data(Rows.split(Rows.map(Rows.mnist(), x -> 255 * x), s.seed())), "D02"),
                new Faulty(
                        "P5 LeNet: features shuffled but not labels",
                        p5,
                        seed -> images(Rows.unaligned(Rows.mnist(), seed), seed),
                        Set.of("D09"),
                        false),
                new Faulty(
                        "P5 LeNet: labels out of range",
                        p5,
                        seed -> images(
                                Rows.labels(
                                        Rows.mnist(),
                                        IntStream.of(Rows.mnist().labels())
                                                .map(label -> label + 1)
                                                .toArray()),
                                seed),
                        Set.of("D08", Outcome.REFUSED),
                        false),
                p5.faulty("l2 .1", s -> s.net(net -> net.l2(0.1)), "D48", "D49"),
                slow.faulty("rate decay x .1 per epoch", s -> s.trainer(t -> t.schedule(decay(0.1))), "D60", "D58"),
                p5.faulty("clip .001", s -> s.trainer(t -> t.clipNorm(0.001)), "D64", "D34"));
        suite.add(p5.incorrect(
                "convolution gradient x 1.01",
                s -> s.net(net -> Nets.replace(net, 3, layer -> new ScaledGradient(layer, 1.01))),
                "D26"));
    }

    private static Setup mpg(Split data, long seed) {
        return new Setup(
                Nets.dense(9, Net::relu, 64, 64, 1).linear(),
                Trainer.adam(1e-3).batchSize(32).epochs(60).seed(seed),
                data);
    }

    private static Split mpgRows(long seed) {
        return Rows.fifths(Rows.table("mpg.csv", "mpg"), seed);
    }

    /** P9: 9-64-64-1 on mpg. */
    private void mpg() {
        Healthy p9 = new Healthy("P9 mpg", seed -> mpg(mpgRows(seed).standardize(), seed));
        suite.add(
                p9,
                p9.but("rate 5e-4", s -> s.rate(5e-4).trainer(t -> t.epochs(120))),
                p9.but("rate 2e-3", s -> s.rate(2e-3)),
                p9.but("noisy small batch", s -> s.trainer(t -> t.batchSize(4).epochs(20))));
        suite.add(
                p9.faulty("rate 1", s -> s.rate(1), "D33", "D32"),
                p9.faulty(
                        "sigmoid output",
                        s -> s.net(Nets.dense(9, Net::relu, 64, 64, 1).sigmoid().loss(meanSquaredError())),
                        "D11",
                        "D50"),
                p9.faulty("hinge loss for regression", s -> s.net(net -> net.loss(new MarginOfNumbers())), "D15"),
                p9.faulty("unscaled features", s -> s.data(mpgRows(s.seed())), "D02"),
                p9.faulty(
                        "target x 10",
                        s -> s.data(data -> Rows.all(data, rows -> Rows.targets(rows, y -> 10 * y))),
                        "D10"),
                p9.faulty(
                        "Adam with epsilon 1e-16, rate .1",
                        s -> s.trainer(
                                t -> t.optimizer(new Adam(0.9, 0.999, 1e-16)).learningRate(0.1)),
                        "D19",
                        "D33"),
                p9.faulty(
                        "Adam with epsilon 1e-16, rate .5",
                        s -> s.trainer(
                                t -> t.optimizer(new Adam(0.9, 0.999, 1e-16)).learningRate(0.5)),
                        "D19",
                        "D33"));
        suite.add(p9.incorrect(
                "8 validation rows", s -> s.data(data -> Rows.validation(data, rows -> rows.take(8))), "D61"));
    }
}
