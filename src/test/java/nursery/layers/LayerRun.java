package nursery.layers;

import java.util.List;
import nursery.Model;
import nursery.Net;
import nursery.initializers.Constant;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** One layer in a net, behind another that learns, so that it has to pass its input gradient on. */
final class LayerRun {
    private final Model model;
    private final Chain chain;
    private final Precision precision;

    LayerRun(Layer layer, Precision precision, int... in) {
        this.precision = precision;
        model = Net.input(in).layer(new Learning()).layer(layer).init(3, precision);
        chain = model.chain(model.net().layers(), Arena.of(precision), Seed.of(5));
    }

    /** Learns nothing useful, but learns. */
    private record Learning() implements Layer {
        @Override
        public Shape outputShape(Shape in) {
            return in;
        }

        @Override
        public void parameters(Shape in, Parameters p) {
            p.add("unused", Shape.of(1), new Constant(0));
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x;
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            pass.gradient("unused", pass.parameter("unused"));
            return dy;
        }
    }

    /** The layer's parameters and state. */
    List<Variable> variables() {
        return model.variables().subList(1, model.variables().size());
    }

    Tensor variable(String name) {
        return variables().stream()
                .filter(v -> v.parameter().name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    void set(String name, double[] values) {
        Tensor value = variable(name);
        value.assign(Tensor.of(values, value.shape()).to(precision));
    }

    Tensor forward(double[] x, boolean training) {
        int rows = x.length / model.net().inputShape().size();
        Tensor batch = Tensor.of(x, model.net().inputShape().batch(rows)).to(precision);
        chain.reset();
        return chain.forward(batch.in(chain.arena()), training);
    }

    Tensor backward(Tensor y, double[] dy) {
        return chain.backward(Tensor.of(dy, y.shape()).to(precision).in(chain.arena()));
    }

    Tensor gradient(String name) {
        for (int i = 0; i < chain.learned().size(); i++) {
            if (chain.learned().get(i).parameter().name().equals(name)) {
                return chain.gradient(i);
            }
        }
        throw new IllegalArgumentException(name);
    }
}
