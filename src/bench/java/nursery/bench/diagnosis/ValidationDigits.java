package nursery.bench.diagnosis;

import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.hinge;
import static nursery.Nursery.meanSquaredError;
import static nursery.Nursery.normal;
import static nursery.Nursery.oneCycle;
import static nursery.Nursery.zeros;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import nursery.Net;
import nursery.Nursery;
import nursery.Trainer;
import nursery.activations.Relu;
import nursery.activations.Softmax;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.Activate;
import nursery.layers.BatchNorm;
import nursery.tensor.Tensor;

/** Handwritten digits of 8 x 8 counts (optdigits), through fully connected nets. */
final class ValidationDigits {
    private ValidationDigits() {}

    /** Read once, when first asked for. */
    private static final class Read {
        static final Dataset ROWS = Rows.table("optdigits.tra", "Class").asClasses();
    }

    private static Split raw(long seed) {
        return Rows.fifths(Read.ROWS, seed);
    }

    /** From 0 to 1. */
    private static Split scaled(long seed) {
        return Rows.fifths(Rows.map(Read.ROWS, x -> x / 16), seed).center();
    }

    private static Net net(UnaryOperator<Net> between, int... hidden) {
        int[] units = Arrays.copyOf(hidden, hidden.length + 1);
        units[hidden.length] = 10;
        return Nets.dense(64, between, units).softmax();
    }

    private static Net deep(UnaryOperator<Net> between) {
        return net(between, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
    }

    static void addTo(Suite suite) {
        Healthy digits = new Healthy(
                "optdigits 64-100-50-10",
                seed -> new Setup(
                        net(Net::relu, 100, 50),
                        Trainer.adam(1e-3).batchSize(32).epochs(12).seed(seed),
                        scaled(seed)));
        Healthy l2 = digits.but("l2 1e-3", s -> s.net(net -> net.l2(1e-3)));
        Healthy normalized = digits.but(
                "batch norm",
                s -> s.net(net(net -> net.batchNorm().relu(), 100, 50)).trainer(t -> t.epochs(8)));
        Healthy dropout = digits.but(
                "dropout .3",
                s -> s.net(net(net -> net.relu().dropout(0.3), 100, 50)).trainer(t -> t.epochs(20)));
        Healthy deep = digits.but(
                "10 layers, batch norm",
                s -> s.net(deep(net -> net.batchNorm().relu())).trainer(t -> t.epochs(15)));
        Healthy small = digits.but(
                        "300 rows, early stopping",
                        s -> s.net(net(net -> net.relu().dropout(0.3), 100, 50).l2(1e-3))
                                .data(data -> Rows.train(data, rows -> rows.take(300)))
                                .trainer(t -> t.epochs(100).callback(Nursery.earlyStopping(2))))
                .byLoss();
        Healthy sgd = digits.but(
                "SGD, rate .3",
                s -> s.trainer(t -> Trainer.sgd(0.3).batchSize(64).epochs(15).seed(t.seed())));
        suite.add(digits, l2, normalized, dropout, deep, small);
        healthy(suite, digits, sgd);
        wiring(suite, digits, sgd);
        scale(suite, digits, deep);
        data(suite, digits, small);
        regularization(suite, digits, l2, normalized, dropout);
    }

    private static void healthy(Suite suite, Healthy digits, Healthy sgd) {
        suite.add(
                digits.but(
                        "standardized, 30 units",
                        s -> s.net(net(Net::relu, 30))
                                .data(raw(s.seed()).standardize())
                                .trainer(t -> t.epochs(15))),
                digits.but(
                        "much dropout in a wide net",
                        s -> s.net(net(net -> net.relu().dropout(0.5), 500))),
                digits.but(
                        "layer norm, ELU, AdamW",
                        s -> s.net(net(net -> net.layerNorm().elu(), 64, 64))
                                .trainer(t -> Trainer.adamW(1e-3)
                                        .batchSize(32)
                                        .epochs(10)
                                        .seed(t.seed()))),
                digits.but("PReLU", s -> s.net(net(Net::prelu, 64, 64))),
                digits.but("softplus", s -> s.net(net(Net::softplus, 64)).trainer(t -> t.epochs(20))),
                sgd,
                digits.but(
                        "one cycle",
                        s -> s.trainer(t -> Trainer.momentum(0.1)
                                .batchSize(64)
                                .epochs(10)
                                .schedule(oneCycle())
                                .seed(t.seed()))),
                digits.but(
                        "large batch",
                        s -> s.trainer(t -> t.batchSize(256).epochs(20)).rate(4e-3)),
                digits.but(
                        "label smoothing",
                        s -> s.net(net -> net.loss(crossEntropy().labelSmoothing(0.1)))),
                digits.but(
                        "hinge",
                        s -> s.net(Nets.dense(64, Net::relu, 100, 50, 10).hinge())),
                digits.but("linear softmax", s -> s.net(net(Net::relu)).rate(1e-2)),
                digits.but("maxNorm 3", s -> s.net(net -> net.maxNorm(3))));
    }

    private static void wiring(Suite suite, Healthy digits, Healthy sgd) {
        suite.add(
                digits.faulty("hidden softmax", s -> s.net(net(net -> net.activation(new Softmax()), 100, 50)), "D13"),
                sgd.faulty("double softmax", s -> s.net(Net::softmax), "D12"),
                digits.faulty(
                        "sigmoids into cross-entropy",
                        s -> s.net(
                                Nets.dense(64, Net::relu, 100, 50, 10).sigmoid().loss(crossEntropy())),
                        "D11"),
                sgd.faulty("hinge of a softmax", s -> s.net(net -> net.loss(hinge())), "D11", "D12", "D15"),
                sgd.faulty("squared error of a softmax", s -> s.net(net -> net.loss(meanSquaredError())), "D15"),
                digits.faulty("no activations", s -> s.net(net -> Nets.without(net, new Activate(new Relu()))), "D14"),
                digits.faulty("bottleneck of 1 unit", s -> s.net(net(Net::relu, 100, 1)), "D17", "D57", "D43"),
                digits.faulty(
                        "the first layer gets no gradient",
                        s -> s.net(net -> Nets.replace(
                                Nets.replace(net, 2, layer -> new ScaledGradient(layer, 0)),
                                0,
                                layer -> new Shifted(layer, 0))),
                        "D30",
                        "D26"));
        suite.add(digits.incorrect(
                "rows of a batch mix",
                s -> s.net(Net.input(64)
                        .dense(100)
                        .relu()
                        .layer(new CentersBatch())
                        .dense(50)
                        .relu()
                        .dense(10)
                        .softmax()),
                "D27",
                "D54"));
    }

    private static void scale(Suite suite, Healthy digits, Healthy deep) {
        suite.add(
                digits.faulty("rate .3", s -> s.rate(0.3), "D33", "D32", "D43", "D18"),
                digits.faulty("rate 1e-6", s -> s.rate(1e-6), "D34"),
                digits.faulty("zero init", s -> s.net(net -> net.init(zeros())), "D21"),
                digits.faulty("init N(0, 1)", s -> s.net(deep(Net::relu).init(normal(1))), "D22", "D23", "D46", "D42"),
                deep.faulty(
                        "init N(0, .01²) and no batch norm",
                        s -> s.net(deep(Net::relu).init(normal(0.01))),
                        "D22",
                        "D41",
                        "D46"),
                deep.faulty(
                        "tanh, init N(0, 1), no batch norm",
                        s -> s.net(deep(Net::tanh).init(normal(1))),
                        "D22",
                        "D45"),
                digits.faulty(
                        "hidden bias -5",
                        s -> s.net(net -> Nets.replace(net, 2, layer -> new Shifted(layer, -5))),
                        "D43"),
                digits.faulty(
                        "clip 1e-5",
                        s -> s.trainer(t -> Trainer.sgd(0.1)
                                .batchSize(32)
                                .epochs(12)
                                .seed(t.seed())
                                .clipNorm(1e-5)),
                        "D64",
                        "D34"),
                digits.faulty("batch = N", s -> s.trainer(t -> t.batchSize(3_000)), "D20", "D34", "D58"),
                digits.faulty(
                        "one row at a time, SGD .3",
                        s -> s.trainer(
                                t -> Trainer.sgd(0.3).batchSize(1).epochs(2).seed(t.seed())),
                        "D40",
                        "D33",
                        "D39",
                        "D32",
                        "D20",
                        "D31"),
                digits.faulty("one epoch", s -> s.trainer(t -> t.epochs(1)), "D58"));
    }

    private static void data(Suite suite, Healthy digits, Healthy small) {
        suite.add(
                digits.faulty(
                        "inputs / 10,000", s -> s.data(data -> Rows.all(data, r -> Rows.map(r, x -> x / 1e4))), "D03"),
                digits.faulty(
                        "labels of other rows",
                        s -> s.data(Rows.fifths(Rows.unaligned(Read.ROWS, s.seed()), s.seed())
                                .standardize()),
                        "D09"),
                digits.faulty(
                        "half of the labels random",
                        s -> s.data(data -> Rows.validation(
                                Rows.train(data, rows -> Rows.noisyLabels(rows, 0.5, s.seed())),
                                rows -> Rows.noisyLabels(rows, 0.5, s.seed() + 1))),
                        "D63",
                        "D56"),
                digits.faulty(
                        "validation and test rows as counts",
                        s -> s.data(data -> Split.of(
                                data.train(),
                                raw(s.seed()).validation(),
                                raw(s.seed()).test())),
                        "D05"),
                small.faulty(
                        "no regularization, 300 epochs",
                        s -> s.net(net(Net::relu, 100, 50))
                                .trainer(t -> Trainer.adam(5e-3)
                                        .batchSize(32)
                                        .epochs(300)
                                        .seed(t.seed())),
                        "D56"));
        suite.add(digits.incorrect(
                "a third of the validation rows are training rows",
                s -> s.data(data -> Split.of(data.train(), mixed(data), data.test())),
                "D06"));
    }

    /** The validation rows with a third replaced by training rows. */
    private static Dataset mixed(Split data) {
        Dataset own = data.validation();
        int known = own.rows() / 3;
        Tensor features = own.features().copy();
        features.rows(0, known).assign(data.train().features().rows(0, known));
        int[] labels = own.labels();
        System.arraycopy(data.train().labels(), 0, labels, 0, known);
        return Dataset.of(features, labels, own.classNames());
    }

    private static void regularization(Suite suite, Healthy digits, Healthy l2, Healthy normalized, Healthy dropout) {
        suite.add(
                l2.faulty("l2 1", s -> s.net(net -> net.l2(1)), "D48", "D49"),
                dropout.faulty("dropout .95", s -> s.net(net(net -> net.relu().dropout(0.95), 100, 50)), "D16", "D49"),
                dropout.faulty(
                        "dropout .97 on the scores",
                        s -> s.net(Nets.dense(64, Net::relu, 100, 50, 10)
                                .dropout(0.97)
                                .softmax()),
                        "D16",
                        "D17"),
                normalized.faulty("batch of 1", s -> s.trainer(t -> t.batchSize(1)), "D20", "D54", "D55"),
                normalized.faulty(
                        "running statistics never move",
                        s -> s.net(net -> Nets.replace(
                                Nets.replace(net, 1, layer -> new BatchNorm(1, 1e-5)),
                                4,
                                layer -> new BatchNorm(1, 1e-5))),
                        "D54",
                        "D55"));
        suite.add(
                dropout.incorrect(
                        "drops in evaluation",
                        s -> s.net(net(net -> net.relu().layer(new DropsAlways(0.3)), 100, 50)),
                        "D54",
                        "D27"),
                l2.incorrect("the penalty does nothing", s -> s.trainer(t -> Nets.withoutPenalty(t, 3)), "D24"));
    }
}
