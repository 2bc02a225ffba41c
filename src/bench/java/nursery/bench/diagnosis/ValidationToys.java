package nursery.bench.diagnosis;

import static nursery.Nursery.binaryCrossEntropy;
import static nursery.Nursery.constant;
import static nursery.Nursery.cosine;
import static nursery.Nursery.crossEntropy;
import static nursery.Nursery.normal;
import static nursery.Nursery.warmUp;
import static nursery.Nursery.zeros;

import java.util.SplittableRandom;
import nursery.Data;
import nursery.Net;
import nursery.Nursery;
import nursery.Trainer;
import nursery.activations.Softmax;
import nursery.activations.Tanh;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.Activate;
import nursery.optimizers.Adam;
import nursery.tensor.Seed;

/** Drawn problems in one and two dimensions. */
final class ValidationToys {
    private ValidationToys() {}

    static void addTo(Suite suite) {
        spiral(suite);
        moons(suite);
        blobs(suite);
        wave(suite);
    }

    private static Net deep(int depth) {
        Net net = Net.input(2);
        for (int i = 0; i < depth; i++) {
            net = net.dense(50).tanh();
        }
        return net.dense(4).softmax();
    }

    private static void spiral(Suite suite) {
        Healthy spiral = new Healthy(
                "four spirals 2-50-50-50-4 tanh",
                seed -> new Setup(
                        deep(3),
                        Trainer.adam(2e-3).batchSize(64).epochs(60).seed(seed),
                        Rows.fifths(Data.spiral(4, 300, seed), seed)));
        suite.add(
                spiral,
                spiral.but("rate 4e-3, cosine", s -> s.rate(4e-3).trainer(t -> t.schedule(cosine()))),
                spiral.but("warm-up", s -> s.trainer(t -> t.schedule(warmUp(5)))),
                spiral.but(
                        "deep, batch norm",
                        s -> s.net(Nets.dense(2, net -> net.batchNorm().relu(), 40, 40, 40, 40, 40, 40, 4)
                                        .softmax())
                                .trainer(t -> t.epochs(25).schedule(cosine()))),
                spiral.but(
                        "GELU", s -> s.net(Nets.dense(2, Net::gelu, 50, 50, 4).softmax())),
                spiral.but(
                        "maxout",
                        s -> s.net(Net.input(2).maxout(30).maxout(30).dense(4).softmax())));
        suite.add(
                spiral.faulty("rate .5", s -> s.rate(0.5), "D33", "D32", "D45", "D18"),
                spiral.faulty("rate 3e-6", s -> s.rate(3e-6), "D34"),
                spiral.faulty("no activations", s -> s.net(net -> Nets.without(net, new Activate(new Tanh()))), "D14"),
                spiral.faulty("init N(0, 400)", s -> s.net(net -> net.init(normal(20))), "D22", "D45"),
                spiral.faulty("zero init", s -> s.net(net -> net.init(zeros())), "D21"),
                spiral.faulty(
                        "10 layers of sigmoids",
                        s -> s.net(Nets.dense(2, Net::sigmoid, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 4)
                                .softmax()),
                        "D41",
                        "D45"),
                spiral.faulty(
                        "2 units", s -> s.net(Nets.dense(2, Net::tanh, 2, 4).softmax()), "D57", "D17"),
                spiral.faulty(
                        "hidden layers frozen", s -> s.trainer(t -> t.freeze("dense1", "dense2", "dense3")), "D30"),
                spiral.faulty(
                        "momentum .9995",
                        s -> s.trainer(t -> Trainer.momentum(0.1, 0.9995)
                                .batchSize(64)
                                .epochs(40)
                                .seed(t.seed())),
                        "D19",
                        "D33",
                        "D39",
                        "D32"),
                spiral.faulty(
                        "Adam with epsilon 100",
                        s -> s.trainer(t -> t.optimizer(new Adam(0.9, 0.999, 100))),
                        "D19",
                        "D34"));
    }

    private static void moons(Suite suite) {
        Healthy moons = new Healthy(
                "moons 2-32-1, sigmoid",
                seed -> new Setup(
                        Nets.dense(2, Net::relu, 32, 1).sigmoid(),
                        Trainer.adam(1e-2).batchSize(32).epochs(40).seed(seed),
                        Rows.fifths(Data.moons(1_000, seed), seed)));
        Healthy noisy = new Healthy(
                "moons with noise .3",
                seed -> new Setup(
                        Nets.dense(2, Net::relu, 16, 2).softmax(),
                        Trainer.momentum(3e-2).batchSize(50).epochs(40).seed(seed),
                        Rows.fifths(Data.moons(2_000, 0.3, seed), seed)));
        suite.add(
                moons,
                moons.but(
                        "SGD, high rate",
                        s -> s.trainer(
                                t -> Trainer.sgd(1).batchSize(32).epochs(40).seed(t.seed()))),
                moons.but(
                        "Nadam",
                        s -> s.trainer(t ->
                                Trainer.nadam(1e-2).batchSize(32).epochs(40).seed(t.seed()))),
                noisy,
                noisy.but("classes 3:1", s -> s.data(data -> Rows.all(data, rows -> everyOneOf(rows, 3)))),
                noisy.but(
                        "small batch",
                        s -> s.trainer(t -> t.batchSize(5).epochs(20).schedule(cosine()))
                                .rate(1e-2)));
        suite.add(
                moons.faulty("rate 1e-5", s -> s.rate(1e-5), "D34"),
                moons.faulty(
                        "softmax of one unit",
                        s -> s.net(Nets.dense(2, Net::relu, 32, 1).softmax().loss(binaryCrossEntropy())),
                        "D13",
                        "D11",
                        "D50"),
                moons.faulty(
                        "binary cross-entropy on raw outputs",
                        s -> s.net(Nets.dense(2, Net::relu, 32, 1).loss(binaryCrossEntropy())),
                        "D11"),
                moons.faulty(
                        "hidden bias -10",
                        s -> s.net(net -> Nets.replace(net, 0, layer -> new Shifted(layer, -10))),
                        "D43"),
                moons.faulty(
                        "the inputs are lost",
                        s -> s.net(Net.input(2)
                                .dense(32)
                                .relu()
                                .layer(new Ignores())
                                .dense(1)
                                .sigmoid()),
                        "D29",
                        "D30",
                        "D50"),
                noisy.faulty(
                        "labels of other rows",
                        s -> s.data(Rows.fifths(Rows.unaligned(Data.moons(2_000, 0.3, s.seed()), s.seed()), s.seed())),
                        "D09"),
                noisy.faulty(
                        "classes 50:1",
                        s -> s.data(data ->
                                Split.of(everyOneOf(data.train(), 50), everyOneOf(data.validation(), 50), data.test())),
                        "D07",
                        "D51"),
                noisy.faulty(
                        "one row is not a number",
                        s -> {
                            s.data().train().features().set(100, Double.NaN);
                            return s;
                        },
                        "D01",
                        "D31"));
        suite.add(noisy.incorrect(
                "no validation rows",
                s -> s.data(Data.moons(2_000, 0.3, s.seed()).split(0.8, 0, 0.2, s.seed())),
                "D61"));
    }

    /** All rows of class 0, and one of so many of class 1. */
    private static Dataset everyOneOf(Dataset data, int so) {
        int[] seen = {0};
        return Rows.where(data, row -> data.label(row) == 0 || seen[0]++ % so == 0);
    }

    private static void blobs(Suite suite) {
        Healthy blobs = new Healthy(
                "six blobs, linear hinge",
                seed -> new Setup(
                        Net.input(2).dense(6).hinge().l2(1e-3),
                        Trainer.sgd(3e-2).batchSize(32).epochs(20).seed(seed),
                        Rows.fifths(Data.blobs(6, 200, seed), seed).standardize()));
        Healthy layers = blobs.but(
                "two layers and softmax",
                s -> s.net(Nets.dense(2, Net::relu, 20, 6).softmax()).rate(0.3));
        suite.add(
                blobs,
                layers,
                blobs.but("softmax", s -> s.net(Net.input(2).dense(6).softmax()).rate(0.5)),
                blobs.but(
                        "two layers",
                        s -> s.net(Nets.dense(2, Net::elu, 20, 6).softmax())
                                .trainer(t -> Trainer.adamax(1e-2)
                                        .batchSize(32)
                                        .epochs(20)
                                        .seed(t.seed()))));
        suite.add(
                blobs.faulty("rate 1e-6", s -> s.rate(1e-6), "D34"),
                blobs.faulty("l2 30", s -> s.net(net -> net.l2(30)).rate(1e-2), "D48", "D49"),
                layers.faulty(
                        "hidden softmax",
                        s -> s.net(Nets.dense(2, net -> net.activation(new Softmax()), 20, 6)
                                .softmax()),
                        "D13"));
    }

    /** sin 3x with noise, x from -2 to 2. */
    private static Dataset wave(int rows, double noise, long seed) {
        SplittableRandom random = Seed.of(seed).with("wave").generator();
        double[][] x = new double[rows][1];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i][0] = random.nextDouble(-2, 2);
            y[i] = StrictMath.sin(3 * x[i][0]) + noise * random.nextGaussian();
        }
        return Data.of(x, y);
    }

    private static void wave(Suite suite) {
        Healthy wave = new Healthy(
                "wave 1-64-64-1 SiLU",
                seed -> new Setup(
                        Nets.dense(1, Net::silu, 64, 64, 1).linear(),
                        Trainer.adam(3e-3)
                                .batchSize(32)
                                .epochs(60)
                                .schedule(cosine())
                                .seed(seed),
                        Rows.fifths(wave(1_000, 0.1, seed), seed)));
        suite.add(
                wave,
                wave.but(
                        "very noisy",
                        s -> s.data(Rows.fifths(wave(1_000, 0.7, s.seed()), s.seed()))
                                .trainer(t -> t.epochs(30))),
                wave.but("clipped at 1", s -> s.trainer(t -> t.clipNorm(1))),
                wave.but("8 residual blocks", s -> s.net(residual())));
        suite.add(
                wave.faulty("constant init .2", s -> s.net(net -> net.init(constant(0.2))), "D21"),
                wave.faulty("rate 1", s -> s.rate(1), "D33", "D32", "D18"),
                wave.faulty(
                        "cross-entropy for regression",
                        s -> s.net(Nets.dense(1, Net::silu, 64, 64, 1).loss(crossEntropy())),
                        "D15",
                        "D11",
                        Outcome.REFUSED),
                wave.faulty(
                        "ReLU output",
                        s -> s.net(Nets.dense(1, Net::silu, 64, 64, 1).relu().loss(Nursery.meanSquaredError())),
                        "D11",
                        "D50"),
                wave.faulty(
                        "input x 1000", s -> s.data(data -> Rows.all(data, r -> Rows.map(r, x -> 1000 * x))), "D02"),
                wave.faulty(
                        "backward turned around in the second layer",
                        s -> s.net(net -> Nets.replace(net, 2, layer -> new ScaledGradient(layer, -1))),
                        "D26",
                        "D37",
                        "D38"),
                wave.faulty(
                        "rate falls to a tenth per epoch",
                        s -> s.trainer(t -> t.schedule(Nursery.decay(0.1))),
                        "D60",
                        "D58"));
        suite.add(
                wave.incorrect(
                        "backward x .9",
                        s -> s.net(net -> Nets.replace(net, 2, layer -> new ScaledGradient(layer, 0.9))),
                        "D26"),
                wave.incorrect(
                        "sum-reduced loss",
                        s -> s.net(net -> net.loss(new SummedLoss(Nursery.meanSquaredError()))),
                        "D25",
                        "D33"));
    }

    private static Net residual() {
        Net net = Net.input(1).dense(32);
        for (int i = 0; i < 8; i++) {
            net = net.residual(b -> b.dense(32).tanh().dense(32));
        }
        return net.dense(1).linear();
    }
}
