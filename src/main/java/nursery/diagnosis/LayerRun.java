package nursery.diagnosis;

import java.util.List;
import nursery.initializers.Xavier;
import nursery.layers.Chain;
import nursery.layers.Layer;
import nursery.layers.Parameters;
import nursery.layers.UniqueNames;
import nursery.layers.Variable;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** A single layer with parameters of its own at work on some rows, in their precision. */
final class LayerRun {
    private static final Seed SEED = Seed.of(Probe.SEED).with("layer");

    private final Chain chain;
    private final Tensor zeros; // to which InputRows adds the rows

    LayerRun(Layer layer, Tensor x) {
        Shape in = x.shape().row();
        List<Variable> own = variables(layer, in, Precision.FLOAT32).stream()
                .map(v -> v.to(x.precision())) // drawn in float32, so that both precisions hold the same numbers
                .toList();
        Arena arena = Arena.of(x.precision());
        chain = new Chain(
                List.of(new InputRows(x.rows()), layer),
                List.of(List.of(InputRows.variable(x.copy())), own),
                arena,
                SEED);
        zeros = Tensor.zeros(x.shape(), x.precision()).in(arena);
    }

    /** The variables of a layer as a net would draw them. */
    static List<Variable> variables(Layer layer, Shape in, Precision precision) {
        Parameters declared = new Parameters(new Xavier());
        layer.parameters(in, declared);
        String name = new UniqueNames().next(layer);
        return declared.declared().stream()
                .map(p -> Variable.draw(name, p, precision, SEED.with("parameters")))
                .toList();
    }

    /** Rows drawn from N(0, 1), the same numbers in both precisions. */
    static Tensor rows(Shape in, int rows, Precision precision) {
        Tensor x = Tensor.zeros(in.batch(rows), Precision.FLOAT32);
        x.fillNormal(SEED.with("rows").generator(), 0, 1);
        return x.to(precision);
    }

    /** A gradient of outputs of the given shape, drawn from N(0, 1). */
    static Tensor outputGradient(Shape y, Precision precision) {
        Tensor dy = Tensor.zeros(y, Precision.FLOAT32);
        dy.fillNormal(SEED.with("dy").generator(), 0, 1);
        return dy.to(precision);
    }

    /** y, in memory of its own. */
    Tensor forward(boolean training) {
        chain.reset();
        return chain.forward(zeros, training).copy();
    }

    /** dL/dx for dL/dy after {@link #forward}, in memory of its own. */
    Tensor backward(Tensor dy) {
        chain.backward(dy.in(chain.arena()));
        return chain.gradient(0).copy();
    }
}
