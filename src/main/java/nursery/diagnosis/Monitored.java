package nursery.diagnosis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * Every layer's outputs, gradients and weights over the epochs, as {@code trainer.monitor(full())} measured them.
 *
 * @param looks before the first step, after epochs, and at the end
 */
public record Monitored(List<Look> looks) implements Result {

    /**
     * One look.
     *
     * @param epoch after which epoch, 0 before the first step
     * @param activations the outputs of each layer
     * @param gradients the gradient and the size of each weight
     */
    public record Look(int epoch, ActivationStats activations, GradientFlow gradients) {}

    private record Row(int epoch, LayerActivations layer) {}

    /** Copies the list. */
    public Monitored {
        looks = List.copyOf(looks);
    }

    /** One row for each epoch and layer: epoch, layer, mean, std, zeros, saturated, dead. */
    @Override
    public Table table() {
        List<Row> rows = looks.stream()
                .flatMap(look -> look.activations().layers().stream().map(layer -> new Row(look.epoch(), layer)))
                .toList();
        return Rows.of("Monitored", rows)
                .count("epoch", Row::epoch)
                .text("layer", r -> r.layer().layer())
                .number("mean", r -> r.layer().mean())
                .number("std", r -> r.layer().std())
                .number("zeros", r -> r.layer().zeros())
                .number("saturated", r -> r.layer().saturated())
                .count("dead", r -> r.layer().dead())
                .table();
    }

    /** Over the epochs: the deviation of each activation, the share of dead units, and the gradient of each weight. */
    @Override
    public Plot plot() {
        return Plot.of(
                activations("Deviation of the outputs", "deviation", LayerActivations::std),
                activations("Units that are always 0", "share", LayerActivations::deadShare)
                        .rangeY(0, 1),
                gradients());
    }

    private Chart activations(String title, String y, ToDoubleFunction<LayerActivations> value) {
        Chart chart = Chart.of(title).x("epoch").y(y);
        if (looks.isEmpty()) {
            return chart;
        }
        List<LayerActivations> first = looks.get(0).activations().layers();
        for (int i = 0; i < first.size(); i++) {
            int layer = i;
            if (first.get(i).activation()) {
                chart = chart.line(
                        first.get(i).layer(),
                        epochs(),
                        values(look ->
                                value.applyAsDouble(look.activations().layers().get(layer))));
            }
        }
        return chart;
    }

    private Chart gradients() {
        Chart chart = Chart.of("Gradient of the weights")
                .x("epoch")
                .y("root mean square")
                .logY();
        int weights = looks.isEmpty() ? 0 : looks.get(0).gradients().weights().size();
        for (int i = 0; i < weights; i++) {
            int weight = i;
            chart = chart.line(
                    looks.get(0).gradients().weights().get(i).name(),
                    epochs(),
                    values(look -> look.gradients().weights().get(weight).gradient()));
        }
        return chart;
    }

    private double[] epochs() {
        return looks.stream().mapToDouble(Look::epoch).toArray();
    }

    private double[] values(ToDoubleFunction<Look> value) {
        return IntStream.range(0, looks.size())
                .mapToDouble(i -> value.applyAsDouble(looks.get(i)))
                .toArray();
    }

    /** The last look. */
    @Override
    public String toString() {
        if (looks.isEmpty()) {
            return "Nothing monitored yet.";
        }
        Look last = looks.get(looks.size() - 1);
        return "After epoch " + last.epoch() + ":" + System.lineSeparator() + last.activations()
                + System.lineSeparator() + last.gradients();
    }
}
