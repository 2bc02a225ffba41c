package nursery.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.layers.Chain;
import nursery.layers.Layer;
import nursery.report.Numbers;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * What every layer has to keep to, also one that you wrote in a cell:
 *
 * <pre>{@code
 * LayerContract.of(new Scale(), 8).check().orThrow()
 * }</pre>
 *
 * @param layer the layer
 * @param in the shape of one row of its input
 */
public record LayerContract(Layer layer, Shape in) {
    private static final int ROWS = 4;
    private static final double SAME_GRADIENT = 1e-7; // relative, away from kinks
    private static final double SAME_PRECISION = 1e-4; // of the largest number: float32 beside float64
    private static final double SAME_ROW = 1e-12; // of the largest number: sums in another order

    /** The contract of a layer for rows of the given shape: {@code of(layer, 8)}, {@code of(layer, 3, 32, 32)}. */
    public static LayerContract of(Layer layer, int... inputShape) {
        return new LayerContract(layer, Shape.of(inputShape));
    }

    /** Checks everything; a layer that throws fails the check that made it throw. */
    public Report check() {
        return Report.of(
                "Contract of " + layer,
                rule(
                        "shapes",
                        "y of outputShape(in) and dL/dx of the shape of x, for one row and more",
                        "make outputShape(...) and the tensors agree",
                        this::shapes),
                rule(
                        "gradients",
                        "backward's gradients within 1e-7 of centered differences, in float64",
                        "derive backward again and compare with GradientCheck.of(layer, shape)",
                        this::gradients),
                rule(
                        "float32",
                        "nearly the same numbers in float32 as in float64",
                        "use tensor operations instead of sums of many floats or differences of large numbers",
                        this::precisions),
                rule(
                        "evaluation",
                        "the same output every time when not training",
                        "use pass.random() only while pass.training()",
                        this::evaluation),
                rule(
                        "seed",
                        "the same numbers for the same seed when training",
                        "draw from pass.random() and from nothing else",
                        this::seeded),
                rule(
                        "rows",
                        "the same output for a row alone and in a batch when not training",
                        "use running statistics instead of those of the batch when not pass.training()",
                        this::independentRows),
                rule(
                        "memory",
                        "x and dL/dy unchanged",
                        "compute into new tensors: other layers still need those",
                        this::operandsUntouched),
                rule(
                        "bad shapes",
                        "a ShapeException that names the shape received",
                        "throw one from outputShape(...) with what you expected",
                        this::badShapes));
    }

    private static Check rule(String name, String expected, String advice, Supplier<Optional<String>> fault) {
        Optional<String> found;
        try {
            found = fault.get();
        } catch (RuntimeException e) {
            found = Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return Check.of(name, found.isEmpty(), expected, found.orElse("so"), "Nothing to do.", advice);
    }

    private Optional<String> shapes() {
        return Stream.of(1, ROWS).map(this::shapesOf).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> shapesOf(int rows) {
        LayerRun run = new LayerRun(layer, LayerRun.rows(in, rows, Precision.FLOAT64));
        Tensor y = run.forward(true);
        Shape expected = layer.outputShape(in).batch(rows);
        if (!y.shape().equals(expected)) {
            return Optional.of("y of " + y.shape() + " where outputShape promises " + expected);
        }
        run.backward(y); // the pass compares shapes of gradients
        return Optional.empty();
    }

    private Optional<String> gradients() {
        GradientRow worst = GradientCheck.of(layer, dims(in)).worst();
        return worst.maxRelativeError() > SAME_GRADIENT
                ? Optional.of("relative error " + Numbers.brief(worst.maxRelativeError()) + " at " + worst.parameter()
                        + worst.worstIndex() + ": analytic " + Numbers.brief(worst.analytic()) + ", numeric "
                        + Numbers.brief(worst.numeric()))
                : Optional.empty();
    }

    private Optional<String> precisions() {
        LayerRun narrow = new LayerRun(layer, LayerRun.rows(in, ROWS, Precision.FLOAT32));
        LayerRun wide = new LayerRun(layer, LayerRun.rows(in, ROWS, Precision.FLOAT64));
        Tensor y = wide.forward(true);
        Optional<String> output = difference("y", narrow.forward(true), y, SAME_PRECISION);
        Tensor dy = LayerRun.outputGradient(y.shape(), Precision.FLOAT64);
        return output.or(() ->
                difference("dL/dx", narrow.backward(dy.to(Precision.FLOAT32)), wide.backward(dy), SAME_PRECISION));
    }

    private Optional<String> evaluation() {
        LayerRun run = new LayerRun(layer, LayerRun.rows(in, ROWS, Precision.FLOAT64));
        return difference("y of a second pass", run.forward(false), run.forward(false), 0);
    }

    private Optional<String> seeded() {
        Tensor x = LayerRun.rows(in, ROWS, Precision.FLOAT64);
        return difference(
                "y of a second run", new LayerRun(layer, x).forward(true), new LayerRun(layer, x).forward(true), 0);
    }

    private Optional<String> independentRows() {
        Tensor x = LayerRun.rows(in, ROWS, Precision.FLOAT64);
        Tensor together = new LayerRun(layer, x).forward(false);
        return IntStream.range(0, ROWS)
                .mapToObj(i -> difference(
                        "row " + i + " of y",
                        new LayerRun(layer, x.rows(i, i + 1)).forward(false),
                        together.rows(i, i + 1),
                        SAME_ROW))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> operandsUntouched() {
        Arena arena = Arena.of(Precision.FLOAT64);
        Chain alone = new Chain(
                List.of(layer), List.of(LayerRun.variables(layer, in, Precision.FLOAT64)), arena, Seed.of(Probe.SEED));
        Tensor x = LayerRun.rows(in, ROWS, Precision.FLOAT64);
        Tensor before = x.copy();
        Tensor y = alone.forward(x.in(arena), true);
        Tensor dy = LayerRun.outputGradient(y.shape(), Precision.FLOAT64);
        Tensor dyBefore = dy.copy();
        alone.backward(0, dy.in(arena));
        return difference("x", x, before, 0).or(() -> difference("dL/dy", dy, dyBefore, 0));
    }

    private Optional<String> badShapes() {
        return Stream.of(
                        Shape.of(in.size()),
                        Shape.of(in.size() + 1),
                        in.batch(2),
                        in.batch(2).batch(2))
                .filter(shape -> !shape.equals(in))
                .map(this::reception)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is wrong with how the layer takes rows of {@code shape}: it may work, or say why not. */
    private Optional<String> reception(Shape shape) {
        try {
            Shape promised = layer.outputShape(shape).batch(2);
            Shape real = new LayerRun(layer, LayerRun.rows(shape, 2, Precision.FLOAT64))
                    .forward(false)
                    .shape();
            return real.equals(promised)
                    ? Optional.empty()
                    : Optional.of("y of " + real + " for rows of " + shape + " where outputShape promises " + promised);
        } catch (ShapeException e) {
            return String.valueOf(e.getMessage()).contains(shape.toString())
                    ? Optional.empty()
                    : Optional.of("for rows of " + shape + ": " + e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("for rows of " + shape + ": " + e);
        }
    }

    /** Where two tensors differ by more than {@code tolerance} times the largest number. */
    private static Optional<String> difference(String what, Tensor actual, Tensor expected, double tolerance) {
        if (!actual.shape().equals(expected.shape())) {
            return Optional.of(what + " of " + actual.shape() + " against " + expected.shape());
        }
        double scale = Arrays.stream(expected.toDoubles()).map(Math::abs).max().orElse(0);
        return IntStream.range(0, actual.size())
                .filter(i -> !(Math.abs(actual.get(i) - expected.get(i)) <= tolerance * scale))
                .mapToObj(i -> what + ": " + actual.get(i) + " against " + expected.get(i) + " at " + i)
                .findFirst();
    }

    private static int[] dims(Shape shape) {
        return IntStream.range(0, shape.rank()).map(shape::dim).toArray();
    }
}
