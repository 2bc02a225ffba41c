package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.activations.Activation;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Differences.Comparison;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.layers.Variable;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * Backward's gradients beside centered differences (f(w + h) - f(w - h)) / 2h with h = 1e-5, in float64, for some numbers
 * of every parameter and of the input: the five with the largest gradients and five at random.
 *
 * <p>The relative error is |a - n| / max(|a|, |n|). Following the notes of CS231n, above 1e-2 the gradient is wrong,
 * between 1e-2 and 1e-4 you should feel uneasy, 1e-7 and less is good. Gradients below a thousandth of the loss drown in
 * rounding and are compared with that size instead. Points at a kink, such as ReLU's at 0, are left out and counted.
 * Parameters are moved a little off their initial values, because zeros would hide mistakes; random layers draw the same
 * numbers at every call, and the penalty is left out.
 *
 * @param subject what was checked
 * @param rows a row for the input and one for each parameter
 */
public record GradientCheck(String subject, List<GradientRow> rows) implements Result {
    private static final int LARGEST = 5;
    private static final int RANDOM = 5;
    private static final int BATCH = 5;
    private static final double EXACT = 2e-16; // where a chart draws no error at all

    /** Copies the list. */
    public GradientCheck {
        rows = List.copyOf(rows);
    }

    /**
     * Checks a net with its loss on a few training rows.
     *
     * @throws IllegalStateException if a layer forgets the gradient of a parameter; the message names both
     */
    public static GradientCheck of(Net net, Split data) {
        Dataset rows = Probe.rows(data.train(), BATCH);
        String subject = net.layers().stream().map(Layer::toString).collect(Collectors.joining(", "));
        return of(subject, LossSurface.of(net, rows));
    }

    /** Checks the derivative of an activation on random numbers. */
    public static GradientCheck of(Activation activation) {
        return of(new Activate(activation), 16);
    }

    /**
     * Checks a layer on random rows.
     *
     * @param inputShape the shape of one row of input
     * @throws IllegalStateException if the layer forgets the gradient of a parameter; the message names it
     */
    public static GradientCheck of(Layer layer, int... inputShape) {
        return of(layer.toString(), LossSurface.of(layer, Shape.of(inputShape), BATCH));
    }

    private static GradientCheck of(String subject, LossSurface surface) {
        List<Tensor> gradients = surface.gradients();
        List<Variable> parameters = surface.parameters();
        Differences differences = new Differences(surface::loss, surface.loss());
        List<GradientRow> rows = new ArrayList<>();
        for (int p = 0; p < parameters.size(); p++) {
            Probe.requireNotInterrupted();
            Tensor w = parameters.get(p).value();
            Tensor gradient = gradients.get(p);
            List<Comparison> comparisons = places(gradient)
                    .mapToObj(i -> differences.compare(w, i, gradient.get(i)))
                    .toList();
            rows.add(GradientRow.of(parameters.get(p).name(), w.shape(), comparisons));
        }
        return new GradientCheck(subject, rows);
    }

    private static IntStream places(Tensor gradient) {
        int n = gradient.size();
        IntStream largest = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(gradient.get(i))))
                .mapToInt(i -> i)
                .limit(LARGEST);
        SplittableRandom random = Seed.of(Probe.SEED).with("places").generator();
        return IntStream.concat(largest, random.ints(RANDOM, 0, n)).distinct();
    }

    /** The row with the largest error; one of points at kinks only if there is no other. */
    public GradientRow worst() {
        return rows.stream()
                .max(Comparator.comparingDouble(r -> Double.isNaN(r.maxRelativeError()) ? -1 : r.maxRelativeError()))
                .orElseThrow();
    }

    /** How many points were left out because they sit at a kink. */
    public int kinks() {
        return rows.stream().mapToInt(GradientRow::kinks).sum();
    }

    /** Whether no parameter failed. */
    public boolean passed() {
        return rows.stream().noneMatch(r -> r.status() == Status.FAIL);
    }

    /** One row for each parameter: parameter, max_relative_error, worst_index, analytic, numeric, status. */
    @Override
    public Table table() {
        return Rows.of("Gradient check of " + subject, rows)
                .text("parameter", GradientRow::parameter)
                .number("max_relative_error", GradientRow::maxRelativeError)
                .text("worst_index", GradientRow::worstIndex)
                .number("analytic", GradientRow::analytic)
                .number("numeric", GradientRow::numeric)
                .text("status", GradientRow::status)
                .table();
    }

    /** The largest relative error of each parameter, with the band of good ones. */
    @Override
    public Plot plot() {
        return Plot.of(Chart.of("Gradient check")
                .x("parameter")
                .y("largest relative error")
                .logY()
                .rangeY(1e-16, 10)
                .band(1e-16, GradientRow.HAPPY, "good")
                .bars(
                        "error",
                        rows.stream().map(GradientRow::parameter).toList(),
                        rows.stream()
                                .mapToDouble(r -> Math.max(r.maxRelativeError(), EXACT))
                                .toArray()));
    }

    /** A line for each parameter. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Gradient check of " + subject);
        for (GradientRow r : rows) {
            text.append(String.format(
                    "%n%-4s  %s: relative error %s at %s, analytic %s, numeric %s%s",
                    r.status(),
                    r.parameter(),
                    Numbers.brief(r.maxRelativeError()),
                    r.worstIndex(),
                    Numbers.format(r.analytic(), 8),
                    Numbers.format(r.numeric(), 8),
                    r.kinks() == 0 ? "" : ", " + r.kinks() + " of " + r.points() + " points at a kink left out"));
        }
        return text.toString();
    }
}
