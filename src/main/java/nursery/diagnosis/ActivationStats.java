package nursery.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Model;
import nursery.Net;
import nursery.data.Dataset;
import nursery.layers.Chain;
import nursery.layers.Layer;
import nursery.report.Chart;
import nursery.report.Panel;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Arena;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * Mean, standard deviation, zeros and saturation of every layer's outputs for some rows: the lecture's tables on weight
 * initialization. A healthy net keeps mean and deviation alike from layer to layer.
 *
 * @param layers first to last
 */
public record ActivationStats(List<LayerActivations> layers) implements Result {
    private static final int CHUNK = 256; // rows of one pass

    /** Copies the list. */
    public ActivationStats {
        layers = List.copyOf(layers);
    }

    /**
     * Runs all rows of {@code data} through {@code model}, in evaluation mode.
     *
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     * @throws IllegalArgumentException if there are no rows
     */
    public static ActivationStats of(Model model, Dataset data) {
        if (data.rows() == 0) {
            throw new IllegalArgumentException(
                    "activation statistics: expected at least one row, received none; try data.train()");
        }
        Net net = model.net();
        List<OutputStatistics> layers = IntStream.range(0, net.layers().size())
                .mapToObj(i -> new OutputStatistics(
                        (i + 1) + " " + net.layers().get(i),
                        net.layers().get(i),
                        net.shapes().get(i + 1)))
                .toList();
        Tensor x = model.inputFor(data.features());
        forEachOutput(model, x, (i, y) -> layers.get(i).measure(y));
        forEachOutput(model, x, (i, y) -> layers.get(i).count(y));
        return new ActivationStats(layers.stream().map(OutputStatistics::result).toList());
    }

    private static void forEachOutput(Model model, Tensor x, BiConsumer<Integer, Tensor> action) {
        List<Layer> layers = model.net().layers();
        Chain chain = model.chain(layers, Arena.of(model.precision()), Seed.of(Probe.SEED));
        for (int from = 0; from < x.rows(); from += CHUNK) {
            chain.reset();
            Tensor y = x.rows(from, Math.min(x.rows(), from + CHUNK)).in(chain.arena());
            for (int i = 0; i < layers.size(); i++) {
                y = chain.forward(i, y, false);
                action.accept(i, y);
            }
        }
    }

    /** One row for each layer: layer, mean, std, zeros, saturated, dead. */
    @Override
    public Table table() {
        return Rows.of("Activations", layers)
                .text("layer", LayerActivations::layer)
                .number("mean", LayerActivations::mean)
                .number("std", LayerActivations::std)
                .number("zeros", LayerActivations::zeros)
                .number("saturated", LayerActivations::saturated)
                .count("dead", LayerActivations::dead)
                .table();
    }

    /** Mean and deviation by layer, then a histogram of each activation function's outputs. */
    @Override
    public Plot plot() {
        List<LayerActivations> shown = layers.stream().anyMatch(LayerActivations::activation)
                ? layers.stream().filter(LayerActivations::activation).toList()
                : layers;
        Chart byLayer = Chart.of("Mean and deviation by layer")
                .x("layer")
                .line("mean", places(shown), values(shown, LayerActivations::mean))
                .line("deviation", places(shown), values(shown, LayerActivations::std));
        Stream<Panel> histograms = shown.stream().map(LayerActivations::histogram);
        return new Plot(Stream.concat(Stream.of(byLayer), histograms).toList());
    }

    private static double[] places(List<LayerActivations> shown) {
        return IntStream.rangeClosed(1, shown.size()).asDoubleStream().toArray();
    }

    private static double[] values(List<LayerActivations> shown, ToDoubleFunction<LayerActivations> value) {
        return shown.stream().mapToDouble(value).toArray();
    }

    /** A line for each layer. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%-20s %10s %10s %7s %10s %12s", "layer", "mean", "std", "zeros", "saturated", "dead units"));
        for (LayerActivations l : layers) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-20s %10.4g %10.4g %6.1f%% %9.1f%% %12s",
                    l.layer(),
                    l.mean(),
                    l.std(),
                    100 * l.zeros(),
                    100 * l.saturated(),
                    l.dead() + " of " + l.units()));
        }
        return text.toString();
    }
}
