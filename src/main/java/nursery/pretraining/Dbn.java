package nursery.pretraining;

import java.util.List;
import java.util.stream.Collectors;
import nursery.Model;
import nursery.Net;
import nursery.data.Dataset;
import nursery.layers.Variable;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * A deep belief network: a stack of machines, each trained on the hidden units of the one below and then frozen
 * ({@link RbmTrainer#stack}).
 *
 * <p>A note on names. Lectures often head this procedure with "DBM", deep Boltzmann machine. Machines that are trained one
 * by one and stacked make a deep belief network (Hinton, Osindero and Teh 2006): only its top two layers are linked in
 * both directions. In a deep Boltzmann machine all layers are, so that a layer hears the one below and the one above
 * (Salakhutdinov and Hinton 2009); that is {@link Dbm}.
 *
 * <pre>{@code
 * var dbn = RbmTrainer.of(0.1).epochs(5).stack(data, 200, 100).dbn();
 *
 * var history = Trainer.momentum(0.1).epochs(10).fit(dbn.toModel(10, 7), data);    // fine-tuning
 * }</pre>
 *
 * @param layers the machines, lowest first
 */
public record Dbn(List<Rbm> layers) {

    /**
     * Copies the list and checks that the machines fit.
     *
     * @throws ShapeException if one has not as many visible units as the one below has hidden units
     */
    public Dbn {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Dbn: expected at least one machine, received none; train one first");
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).visible() != layers.get(i - 1).hidden()) {
                throw new ShapeException("Dbn: expected machine " + (i + 1) + " to have as many visible units as the"
                        + " one below has hidden units, " + layers.get(i - 1).hidden() + ", received "
                        + layers.get(i).visible());
            }
        }
    }

    /** {@link #encode(Tensor)} of the features. */
    public Tensor encode(Dataset data) {
        return encode(data.features());
    }

    /** The hidden probabilities of the topmost machine, [rows, hidden], each machine reading those of the one below. */
    public Tensor encode(Tensor v) {
        Tensor x = v;
        for (Rbm rbm : layers) {
            x = rbm.encode(x);
        }
        return x;
    }

    /** The visible probabilities of the lowest machine, [rows, visible], from hidden units of the topmost. */
    public Tensor decode(Tensor h) {
        Tensor x = h;
        for (int i = layers.size() - 1; i >= 0; i--) {
            x = layers.get(i).decode(x);
        }
        return x;
    }

    /** The net that the stack unrolls to: a dense layer and a sigmoid for each machine, and a softmax over the classes. */
    public Net net(int classes) {
        Net net = Net.input(layers.get(0).visible());
        for (Rbm rbm : layers) {
            net = net.dense(rbm.hidden()).sigmoid();
        }
        return net.dense(classes).softmax();
    }

    /**
     * {@link #net} with the weights and hidden biases of the machines, ready to be fine-tuned. The output layer is drawn
     * from the seed.
     */
    public Model toModel(int classes, long seed) {
        return toModel(net(classes), seed);
    }

    /**
     * A model of {@code net}, drawn from the seed, whose first dense layers have the weights and hidden biases of the
     * machines: {@code dbn.toModel(dbn.net(10).l2(1e-4), 7)}.
     *
     * @throws ShapeException if the dense layers have other shapes
     */
    public Model toModel(Net net, long seed) {
        Model model = net.init(seed, layers.get(0).weights().precision());
        for (int i = 0; i < layers.size(); i++) {
            Rbm rbm = layers.get(i);
            String layer = "dense" + (i + 1);
            put(model, layer + ".W", rbm.weights());
            put(model, layer + ".b", rbm.hiddenBias());
        }
        return model;
    }

    private static void put(Model model, String name, Tensor value) {
        Tensor place = model.variables().stream()
                .filter(v -> v.name().equals(name))
                .map(Variable::value)
                .findFirst()
                .orElseThrow(() -> new ShapeException("toModel: expected a dense layer for each machine, found no "
                        + name + " in the net; start from dbn.net(classes)"));
        if (!place.shape().equals(value.shape())) {
            throw new ShapeException("toModel: expected " + name + " of shape " + value.shape() + ", found "
                    + place.shape() + " in the net; start from dbn.net(classes)");
        }
        place.assign(value);
    }

    /** The sizes: {@code DBN 784 - 200 - 100}. */
    @Override
    public String toString() {
        return "DBN " + layers.get(0).visible() + " - "
                + layers.stream().map(rbm -> "" + rbm.hidden()).collect(Collectors.joining(" - "));
    }
}
