package nursery;

import java.util.ArrayList;
import java.util.List;
import nursery.augment.Crops;
import nursery.data.Dataset;
import nursery.diagnosis.ActivationStats;
import nursery.layers.Chain;
import nursery.layers.Layer;
import nursery.layers.Parameter;
import nursery.layers.UniqueNames;
import nursery.layers.Variable;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;
import nursery.training.Decision;
import nursery.training.Evaluation;

/** A net with parameters: what {@link Net#init(long)} draws and {@link Trainer#fit} returns. */
public final class Model implements Predictor {
    private static final int CHUNK = 256; // rows of one pass of predict

    private final Net net;
    private final List<List<Variable>> variables;

    private Model(Net net, List<List<Variable>> variables) {
        this.net = net;
        this.variables = variables;
    }

    static Model draw(Net net, long seed, Precision precision) {
        List<List<Variable>> variables = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (int i = 0; i < net.layers().size(); i++) {
            List<Parameter> declared = net.parameters(i);
            Seed stream = Seed.of(seed).with("init").with(i);
            String name = declared.isEmpty() ? "" : names.next(net.layers().get(i));
            variables.add(declared.stream()
                    .map(p -> Variable.draw(name, p, precision, stream))
                    .toList());
        }
        return new Model(net, List.copyOf(variables));
    }

    /** The specification. */
    @Override
    public Net net() {
        return net;
    }

    /** All parameters and running state with their numbers, first layer first. Changing a number changes the model. */
    public List<Variable> variables() {
        return variables.stream().flatMap(List::stream).toList();
    }

    /**
     * The numbers of one parameter by its name, {@code parameter("dense1.W")}.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public Tensor parameter(String name) {
        for (Variable v : variables()) {
            if (v.name().equals(name)) {
                return v.value();
            }
        }
        throw new IllegalArgumentException("expected the name of a parameter, one of "
                + variables().stream().map(Variable::name).toList() + "; received \"" + name + "\"");
    }

    /** The precision of the parameters. */
    public Precision precision() {
        return variables().stream().findFirst().map(v -> v.value().precision()).orElse(Precision.FLOAT32);
    }

    /** The same model with parameters of its own. */
    public Model copy() {
        return to(precision());
    }

    /** The same model with parameters of its own in the given precision. */
    public Model to(Precision precision) {
        return new Model(
                net,
                variables.stream()
                        .map(own -> own.stream().map(v -> v.to(precision)).toList())
                        .toList());
    }

    /**
     * The net's outputs for each row of {@code x}, [rows, outputs]; two threads share the work if there is much.
     *
     * @throws ShapeException if a row does not have the size of the net's input
     */
    @Override
    public Tensor predict(Tensor x) {
        try (Workers workers = Workers.forWork((long) x.rows() * net.parameterCount())) {
            return pass(x, workers, Seed.of(0), false);
        }
    }

    @Override
    public Tensor predict(Tensor x, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return pass(x, workers, Seed.of(0), false);
        }
    }

    /**
     * The outputs for each row.
     *
     * @param seed where random layers draw from in training
     * @param training whether layers behave as in training
     */
    Tensor pass(Tensor x, Workers workers, Seed seed, boolean training) {
        int rows = x.rows();
        Tensor rowsOfInput = inputFor(x);
        Chain chain = chain(net.layers(), Arena.of(precision(), workers), seed);
        Tensor out = Tensor.zeros(net.outputShape().batch(rows), precision());
        for (int from = 0; from < rows; from += CHUNK) {
            int to = Math.min(rows, from + CHUNK);
            chain.reset();
            Tensor y = chain.forward(rowsOfInput.rows(from, to).in(chain.arena()), training);
            out.rows(from, to).assign(y);
        }
        return out;
    }

    @Override
    public Evaluation evaluate(Dataset data) {
        return Evaluation.of(this, data);
    }

    /**
     * The mean of the net's outputs over several windows of each image, [rows, outputs].
     *
     * @throws IllegalArgumentException if the rows are no images, or not larger than the windows' padding
     */
    public Tensor predict(Dataset data, Crops crops) {
        Tensor mean = Tensor.zeros(net.outputShape().batch(data.rows()), precision());
        for (int i = 0; i < crops.count(); i++) {
            mean.addInPlace(1.0 / crops.count(), predict(crops.window(i, data.features(), rowShape(data))));
        }
        return mean;
    }

    /**
     * The share of rows whose largest output, averaged over several windows of each image, is that of their class.
     *
     * @throws IllegalArgumentException if there are no rows, they have numbers to predict, or they are no images
     */
    public double accuracy(Dataset data, Crops crops) {
        Decision.requireClasses(this, data);
        Tensor y = predict(data, crops);
        int right = 0;
        for (int row = 0; row < data.rows(); row++) {
            right += Decision.of(y, row) == data.label(row) ? 1 : 0;
        }
        return (double) right / data.rows();
    }

    /** Mean, deviation, zeros and saturation of each layer's outputs for these rows. */
    public ActivationStats activationStats(Dataset data) {
        return ActivationStats.of(this, data);
    }

    /** The shape of a row of {@code data} as a picture: its own, or that of the net's input where it is flat. */
    public Shape rowShape(Dataset data) {
        return data.rowShape().rank() == 3 ? data.rowShape() : net.inputShape();
    }

    /** The rows of {@code x} in the shape of the net's input and the precision of the parameters. */
    public Tensor inputFor(Tensor x) {
        Shape input = net.inputShape();
        if (x.columns() != input.size()) {
            throw new ShapeException("expected rows of " + input.size() + " numbers for a net with input " + input
                    + ", received rows of " + x.columns() + " " + x.shape().row() + "; use Net.input("
                    + x.columns() + ")");
        }
        Tensor converted = x.precision() == precision() ? x : x.to(precision());
        return converted.reshape(input.batch(x.rows()));
    }

    /**
     * The first layers of the net with this model's parameters, ready to run.
     *
     * @param layers a prefix of {@code net().layers()}
     * @param arena the memory of a pass
     * @param seed where random layers draw from
     */
    public Chain chain(List<Layer> layers, Arena arena, Seed seed) {
        return new Chain(layers, variables.subList(0, layers.size()), arena, seed);
    }

    /** The net's summary and where the numbers are. */
    @Override
    public String toString() {
        return "Model of " + net;
    }
}
