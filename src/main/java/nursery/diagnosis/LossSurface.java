package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nursery.Model;
import nursery.Net;
import nursery.data.Dataset;
import nursery.layers.Chain;
import nursery.layers.Layer;
import nursery.layers.Parameter;
import nursery.layers.Variable;
import nursery.losses.Loss;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * The loss of a net or layer on a few rows as a function of its parameters and of the rows, in float64. Random layers
 * draw the same numbers at every call.
 */
final class LossSurface {
    /** What comes behind the layers. */
    private interface Score {
        /** The loss of the outputs y; dy receives dL/dy. */
        double of(Tensor y, Tensor dy);
    }

    private static final Seed SEED = Seed.of(Probe.SEED).with("gradient check");

    private final List<Layer> layers;
    private final List<List<Variable>> variables;
    private final Tensor zeros; // [rows, in], to which InputRows adds the rows

    private final Score score;

    private final Arena arena = Arena.of(Precision.FLOAT64);

    private LossSurface(List<Layer> layers, List<List<Variable>> variables, Tensor x, Score score) {
        this.layers = new ArrayList<>(List.of(new InputRows(x.rows())));
        this.layers.addAll(layers);
        this.variables = new ArrayList<>(List.of(List.of(InputRows.variable(x.copy()))));
        this.variables.addAll(variables);
        this.zeros = Tensor.zeros(x.shape(), Precision.FLOAT64);
        this.score = score;
        variables.forEach(own -> own.forEach(LossSurface::shake));
    }

    /** The loss of a net on some rows. */
    static LossSurface of(Net net, Dataset rows) {
        Model model = net.init(Probe.SEED, Precision.FLOAT64);
        Tensor x = model.inputFor(rows.features());
        Tensor t = net.targets(rows).to(Precision.FLOAT64);
        List<Layer> layers = net.layersBeforeLoss();
        List<List<Variable>> variables = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < layers.size(); i++) {
            int to = from + net.parameters(i).size();
            variables.add(model.variables().subList(from, to));
            from = to;
        }
        Loss loss = net.loss();
        boolean takesScores = net.lossTakesScores();
        return new LossSurface(
                layers,
                variables,
                x,
                (y, dy) -> takesScores ? loss.ofScores(y, t, y.copy(), dy) : loss.apply(y, t, dy));
    }

    /** A random weighted sum of the outputs of a layer for random rows of the given shape. */
    static LossSurface of(Layer layer, Shape in, int rows) {
        SplittableRandom random = SEED.with("rows").generator();
        Tensor x = Tensor.zeros(in.batch(rows), Precision.FLOAT64);
        x.fillNormal(random, 0, 1);
        Tensor weights = Tensor.zeros(layer.outputShape(in).batch(rows), Precision.FLOAT64);
        weights.fillNormal(random, 0, 1);
        return new LossSurface(
                List.of(layer), List.of(LayerRun.variables(layer, in, Precision.FLOAT64)), x, (y, dy) -> {
                    dy.assign(weights);
                    return weights.dot(y);
                });
    }

    // zero biases and tiny output weights would hide mistakes
    private static void shake(Variable v) {
        Parameter p = v.parameter();
        if (p.learned()) {
            double std = p.penalized() ? 0.5 / Math.sqrt(p.fanIn()) : 0.1;
            Tensor noise = Tensor.zeros(p.shape(), v.value().precision());
            noise.fillNormal(SEED.with(v.name()).generator(), 0, std);
            v.value().addInPlace(1, noise);
        }
    }

    /** The rows of input and all learned parameters. */
    List<Variable> parameters() {
        return variables.stream()
                .flatMap(List::stream)
                .filter(v -> v.parameter().learned())
                .toList();
    }

    /** The loss as the parameters are now. */
    double loss() {
        arena.reset();
        Tensor y = chain().forward(zeros.in(arena), true);
        return score.of(y, y.copy());
    }

    /**
     * dL/dparameter by backward, in the order of {@link #parameters()}.
     *
     * @throws IllegalStateException if a layer hands over no gradient for one of its parameters
     */
    List<Tensor> gradients() {
        arena.reset();
        Chain chain = chain();
        Tensor y = chain.forward(zeros.in(arena), true);
        Tensor dy = y.copy();
        score.of(y, dy);
        chain.backward(dy.in(arena));
        return IntStream.range(0, chain.learned().size())
                .mapToObj(i -> chain.gradient(i).copy())
                .toList();
    }

    // a new chain starts its random streams anew
    private Chain chain() {
        return new Chain(layers, variables, arena, SEED.with("layers"));
    }
}
