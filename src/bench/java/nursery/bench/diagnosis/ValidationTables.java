package nursery.bench.diagnosis;

import static nursery.Nursery.constant;
import static nursery.Nursery.cosine;
import static nursery.Nursery.huber;
import static nursery.Nursery.lecture;
import static nursery.Nursery.meanSquaredError;

import nursery.Net;
import nursery.Nursery;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;

/** Iris, wine, penguins and mpg: small tables. */
final class ValidationTables {
    private ValidationTables() {}

    static void addTo(Suite suite) {
        iris(suite);
        wine(suite);
        penguins(suite);
        mpg(suite);
    }

    private static void iris(Suite suite) {
        Healthy iris = new Healthy(
                "iris 4-16-3",
                seed -> new Setup(
                        Nets.dense(4, Net::relu, 16, 3).softmax(),
                        Trainer.adam(1e-2).batchSize(16).epochs(25).seed(seed),
                        Rows.fifths(Rows.table("iris.csv", "species"), seed).standardize()));
        suite.add(
                iris,
                iris.but(
                        "tiny, 4 units",
                        s -> s.net(Nets.dense(4, Net::tanh, 4, 3).softmax()).trainer(t -> t.epochs(50))),
                iris.but("early stopping", s -> s.trainer(t -> t.epochs(200).callback(Nursery.earlyStopping(3)))),
                iris.but("hinge", s -> s.net(Nets.dense(4, Net::relu, 16, 3).hinge())),
                iris.but(
                        "quasi-Newton",
                        s -> s.net(Nets.dense(4, Net::tanh, 8, 3).softmax().l2(1e-2))
                                .trainer(t ->
                                        Trainer.lbfgs(1).batchSize(90).epochs(6).seed(t.seed()))));
        suite.add(
                iris.faulty("rate 100", s -> s.rate(100), "D33", "D32", "D18", "D43"),
                iris.faulty(
                        "labels of other rows",
                        s -> s.data(Rows.fifths(Rows.unaligned(Rows.table("iris.csv", "species"), s.seed()), s.seed())
                                .standardize()),
                        "D09"),
                iris.faulty(
                        "scaled by 1e-4 after standardizing",
                        s -> s.data(data -> Rows.all(data, rows -> Rows.map(rows, x -> 1e-4 * x))),
                        "D03"));
        suite.add(
                iris.incorrect("5 validation rows", s -> s.data(data -> Rows.validation(data, r -> r.take(5))), "D61"),
                iris.incorrect(
                        "validation rows among the training rows",
                        s -> s.data(data -> Split.of(data.train(), data.train().take(30), data.test())),
                        "D06"));
    }

    private static Dataset wineRows() {
        return Rows.table("wine.data", "C0").asClasses();
    }

    private static void wine(Suite suite) {
        Healthy wine = new Healthy(
                "wine 13-32-3 tanh",
                seed -> new Setup(
                        Nets.dense(13, Net::tanh, 32, 3).softmax().l2(1e-2),
                        Trainer.momentum(2e-2).batchSize(16).epochs(15).seed(seed),
                        Rows.fifths(wineRows(), seed).standardize()));
        suite.add(
                wine,
                wine.but(
                        "min-max",
                        s -> s.data(Rows.fifths(wineRows(), s.seed()).minMax()).trainer(t -> t.epochs(30))),
                wine.but(
                        "much dropout in a wide net",
                        s -> s.net(Net.input(13)
                                        .dense(256)
                                        .relu()
                                        .dropout(0.5)
                                        .dense(3)
                                        .softmax()
                                        .l2(1e-2))
                                .trainer(t -> Trainer.adam(1e-3)
                                        .batchSize(16)
                                        .epochs(20)
                                        .seed(t.seed()))),
                wine.but("lecture's init", s -> s.net(net -> net.init(lecture()))),
                wine.but(
                        "Adagrad",
                        s -> s.trainer(t ->
                                Trainer.adagrad(3e-2).batchSize(16).epochs(12).seed(t.seed()))));
        suite.add(
                wine.faulty("unscaled", s -> s.data(Rows.fifths(wineRows(), s.seed())), "D02"),
                wine.faulty("rate 30", s -> s.rate(30), "D33", "D32", "D45", "D18"),
                wine.faulty("rate 1e-5", s -> s.rate(1e-5), "D34", "D58"),
                wine.faulty("constant init .5", s -> s.net(net -> net.init(constant(0.5))), "D21"),
                wine.faulty("l2 3", s -> s.net(net -> net.l2(3)), "D48", "D49"));
    }

    private static void penguins(Suite suite) {
        Healthy penguins = new Healthy(
                "penguins, linear softmax",
                seed -> new Setup(
                        Nets.dense(penguinRows().rowShape().size(), Net::relu, 3)
                                .softmax(),
                        Trainer.momentum(0.1).batchSize(32).epochs(30).seed(seed),
                        Rows.fifths(penguinRows(), seed).standardize()));
        suite.add(
                penguins,
                penguins.but(
                        "hinge",
                        s -> s.net(Nets.dense(penguinRows().rowShape().size(), Net::relu, 3)
                                        .hinge()
                                        .l2(3e-2))
                                .trainer(t -> t.epochs(8))
                                .rate(3e-3)),
                penguins.but(
                        "RMSProp, 32 units",
                        s -> s.net(Nets.dense(penguinRows().rowShape().size(), Net::leakyRelu, 32, 3)
                                        .softmax())
                                .trainer(t -> Trainer.rmsprop(3e-3)
                                        .batchSize(32)
                                        .epochs(15)
                                        .seed(t.seed()))));
        suite.add(
                penguins.faulty("unscaled", s -> s.data(Rows.fifths(penguinRows(), s.seed())), "D02"),
                penguins.faulty("clip 1e-4", s -> s.trainer(t -> t.clipNorm(1e-4)), "D64", "D34"));
    }

    private static Dataset penguinRows() {
        return Rows.table("penguins.csv", "species");
    }

    private static void mpg(Suite suite) {
        Healthy mpg = new Healthy(
                "mpg 9-32-1 tanh, standardized target, Huber",
                seed -> new Setup(
                        Nets.dense(9, Net::tanh, 32, 1).loss(huber()),
                        Trainer.nesterov(1e-2).batchSize(16).epochs(40).seed(seed),
                        Rows.fifths(Rows.targets(Rows.table("mpg.csv", "mpg"), y -> (y - 23.4) / 7.8), seed)
                                .standardize()));
        Healthy linear = new Healthy(
                "mpg, linear regression",
                seed -> new Setup(
                        Net.input(9).dense(1).linear(),
                        Trainer.sgd(1e-2).batchSize(32).epochs(60).seed(seed),
                        Rows.fifths(Rows.table("mpg.csv", "mpg"), seed).standardize()));
        suite.add(
                mpg,
                mpg.but("cosine", s -> s.trainer(t -> t.schedule(cosine()))),
                mpg.but(
                        "AdamW",
                        s -> s.trainer(t ->
                                Trainer.adamW(5e-3).batchSize(16).epochs(40).seed(t.seed()))),
                linear);
        suite.add(
                mpg.faulty("rate 20", s -> s.rate(20), "D33", "D32", "D31", "D18"),
                mpg.faulty(
                        "ReLU output",
                        s -> s.net(Nets.dense(9, Net::tanh, 32, 1).relu().loss(huber())),
                        "D11",
                        "D50"),
                mpg.faulty(
                        "target x 1000",
                        s -> s.data(data -> Rows.all(data, rows -> Rows.targets(rows, y -> 1000 * y))),
                        "D10"),
                linear.faulty(
                        "sigmoid output",
                        s -> s.net(Net.input(9).dense(1).sigmoid().loss(meanSquaredError())),
                        "D11",
                        "D50"),
                linear.faulty("rate 2", s -> s.rate(2), "D32", "D31"),
                linear.faulty(
                        "targets of other rows",
                        s -> s.data(Rows.fifths(Rows.unaligned(Rows.table("mpg.csv", "mpg"), s.seed()), s.seed())
                                .standardize()),
                        "D09"),
                linear.faulty(
                        "test and validation rows not standardized",
                        s -> s.data(data -> {
                            Split raw = Rows.fifths(Rows.table("mpg.csv", "mpg"), s.seed());
                            return Split.of(data.train(), raw.validation(), raw.test());
                        }),
                        "D05"));
    }
}
