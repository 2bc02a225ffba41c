package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.data.Dataset;
import nursery.layers.Chain;
import nursery.layers.Variable;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * How large the loss's gradient is at each weight, first layer first: it vanishes or explodes on its way back through a
 * net whose weights are drawn badly. Biases are left out.
 *
 * @param weights first layer first
 */
public record GradientFlow(List<WeightGradient> weights) implements Result {
    private static final int ROWS = 256;

    /** Copies the list. */
    public GradientFlow {
        weights = List.copyOf(weights);
    }

    /**
     * Passes at most 256 rows forward and backward, in training mode, through a copy of {@code model}.
     *
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     */
    public static GradientFlow of(Model model, Dataset data) {
        Chain chain = OnePass.of(model, Probe.rows(data, ROWS)).chain();
        List<WeightGradient> weights = new ArrayList<>();
        for (int i = 0; i < chain.learned().size(); i++) {
            Variable v = chain.learned().get(i);
            if (v.parameter().penalized()) {
                weights.add(new WeightGradient(v.name(), rms(chain.gradient(i)), rms(v.value())));
            }
        }
        return new GradientFlow(weights);
    }

    private static double rms(Tensor x) {
        return x.norm() / Math.sqrt(x.size());
    }

    /** The gradient of the first weights over that of the last, output layer left out; 1 with fewer than three layers. */
    public double firstToLast() {
        return weights.size() < 3
                ? 1
                : weights.get(0).gradient() / weights.get(weights.size() - 2).gradient();
    }

    /** One row for each weight: weight, gradient, size, both as root mean squares. */
    @Override
    public Table table() {
        return Rows.of("Gradient flow", weights)
                .text("weight", WeightGradient::name)
                .number("gradient", WeightGradient::gradient)
                .number("size", WeightGradient::size)
                .table();
    }

    /** The gradient by depth on a logarithmic axis. */
    @Override
    public Plot plot() {
        double[] depth =
                IntStream.rangeClosed(1, weights.size()).asDoubleStream().toArray();
        return Plot.of(Chart.of("Gradient flow")
                .x("layer")
                .y("root mean square")
                .logY()
                .line(
                        "gradient",
                        depth,
                        weights.stream().mapToDouble(WeightGradient::gradient).toArray())
                .line(
                        "weights",
                        depth,
                        weights.stream().mapToDouble(WeightGradient::size).toArray()));
    }

    /** A line for each weight. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%-20s %12s %12s", "weight", "gradient", "size"));
        for (WeightGradient w : weights) {
            text.append(String.format(Locale.ROOT, "%n%-20s %12.4g %12.4g", w.name(), w.gradient(), w.size()));
        }
        return text.toString();
    }
}
