package nursery.symptoms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.activations.Relu;
import nursery.activations.Sigmoid;
import nursery.activations.Tanh;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Program;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.search.Sweep;
import nursery.tensor.Tensor;

/** Changes of a program that several symptoms propose or try. */
final class Changes {
    private static final int DECADES = 4;
    private static final int SAMPLE = 2000;

    private Changes() {}

    /** At most 2,000 rows, the first. */
    static Dataset sample(Dataset data) {
        return data.rows() > SAMPLE ? data.take(SAMPLE) : data;
    }

    /** A fix that changes the list of layers. */
    static Fix layers(Program sick, String what, UnaryOperator<List<Layer>> change) {
        return new Fix(
                what,
                sick,
                p -> p.with(p.net().layers(change.apply(new ArrayList<>(p.net().layers())))));
    }

    /** The rate that a sweep over powers of ten finds, from {@code from} on upward. */
    static Fix sweptRate(Program sick, double from) {
        return new Fix("the learning rate that a sweep finds", sick, p -> swept(p, from));
    }

    /** The program with the rate that a sweep over 4 powers of ten finds. */
    static Program swept(Program p, double from) {
        Sweep sweep = p.trainer()
                .withoutCallbacks()
                .sweep(p.net(), p.data(), from, from * Math.pow(10, DECADES), 2 * DECADES + 1);
        return p.with(p.trainer().learningRate(sweep.lowest()));
    }

    /** ReLU in place of every hidden sigmoid and tanh. */
    static Program relus(Program p) {
        int last = p.net().layersBeforeLoss().size();
        List<Layer> layers = p.net().layers();
        List<Layer> changed = IntStream.range(0, layers.size())
                .mapToObj(i -> i < last
                                && layers.get(i) instanceof Activate a
                                && (a.activation() instanceof Sigmoid || a.activation() instanceof Tanh)
                        ? new Activate(new Relu())
                        : layers.get(i))
                .toList();
        return p.with(p.net().layers(changed).usualInit());
    }

    /** Without the rows that hold NaN or infinity. */
    static Program finiteRows(Program p) {
        Split data = p.data();
        return p.with(Split.of(finite(data.train()), finite(data.validation()), finite(data.test())));
    }

    private static Dataset finite(Dataset data) {
        int[] rows = IntStream.range(0, data.rows())
                .filter(i -> data.features().rows(i, i + 1).allFinite())
                .filter(i ->
                        data.classification() || data.targets().rows(i, i + 1).allFinite())
                .toArray();
        return rows.length == data.rows() ? data : data.rows(rows);
    }

    /** With numbers to predict of mean 0 and deviation 1, by the statistics of the training rows. */
    static Program standardizedTargets(Program p) {
        Tensor t = p.data().train().targets();
        double mean = t.mean();
        double std = t.std();
        Split data = p.data();
        return p.with(Split.of(
                scaled(data.train(), mean, std), scaled(data.validation(), mean, std), scaled(data.test(), mean, std)));
    }

    private static Dataset scaled(Dataset data, double mean, double std) {
        return data.rows() == 0
                ? data
                : Dataset.of(data.features(), data.targets().map(v -> (v - mean) / std));
    }
}
