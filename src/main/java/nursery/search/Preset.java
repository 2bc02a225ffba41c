package nursery.search;

import java.util.List;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.data.Split;
import nursery.layers.Conv;
import nursery.layers.DilatedConv;
import nursery.report.Numbers;

/**
 * Hyperparameters that are known to work for some problem: the place to start from for a similar one (CS231n), by a sweep or a
 * search around them.
 *
 * @param name the problem
 * @param convolution whether its net convolves images
 * @param trainer optimizer, learning rate and batch size
 * @param l2 the strength of the penalty, 0 for none
 * @param source where the numbers are from
 */
public record Preset(String name, boolean convolution, Trainer trainer, double l2, String source) {
    private static final double DECADES = 100;
    private static final int RATES = 9;

    private static final List<Preset> ALL = List.of(
            new Preset(
                    "dense net on small pictures or tables",
                    false,
                    Trainer.adam(1e-3).batchSize(200),
                    1e-4,
                    "defaults of scikit-learn's MLPClassifier; Kingma and Ba, Adam, 2014"),
            new Preset(
                    "3072-50-10 on CIFAR-10",
                    false,
                    Trainer.momentum(9.5e-4).batchSize(100),
                    1.4e-3,
                    "CS231n, lecture 6, the best of the refined search"),
            new Preset(
                    "residual net on CIFAR-10",
                    true,
                    Trainer.momentum(0.1).batchSize(128),
                    1e-4,
                    "He and others, Deep Residual Learning, 2015"),
            new Preset(
                    "AlexNet on ImageNet",
                    true,
                    Trainer.momentum(0.01).batchSize(128),
                    5e-4,
                    "Krizhevsky and others, ImageNet Classification, 2012"),
            new Preset(
                    "VGG on ImageNet",
                    true,
                    Trainer.momentum(0.01).batchSize(256),
                    5e-4,
                    "Simonyan and Zisserman, Very Deep Convolutional Networks, 2014"));

    /** All presets. */
    public static List<Preset> all() {
        return ALL;
    }

    /** Those of nets like this one: with convolutions, or without. */
    public static List<Preset> similar(Net net) {
        boolean convolves = net.layers().stream().anyMatch(l -> l instanceof Conv || l instanceof DilatedConv);
        return ALL.stream().filter(p -> p.convolution() == convolves).toList();
    }

    /** Sweeps rates from a hundredth to a hundred times the preset's, two for each power of ten. */
    public Sweep sweep(Net net, Split data) {
        double rate = trainer.learningRate();
        return trainer.sweep(net, data, rate / DECADES, rate * DECADES, RATES);
    }

    /** A random search of "lr" and "l2" from a hundredth to a hundred times the preset's. */
    public Search search(int trials) {
        double rate = trainer.learningRate();
        return Search.random(trials)
                .logUniform("lr", rate / DECADES, rate * DECADES)
                .logUniform("l2", l2 / DECADES, l2 * DECADES);
    }

    /** The numbers and where they are from. */
    @Override
    public String toString() {
        return name + ": " + trainer.optimizer() + ", learning rate " + Numbers.brief(trainer.learningRate())
                + ", batch size " + trainer.batchSize() + ", l2 " + Numbers.brief(l2) + " (" + source + ")";
    }
}
