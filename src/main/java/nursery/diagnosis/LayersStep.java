package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import nursery.Net;
import nursery.activations.Sigmoid;
import nursery.data.Split;
import nursery.layers.Activate;
import nursery.layers.ActivationLayer;
import nursery.layers.BatchNorm;
import nursery.layers.Layer;

/**
 * The order and the choice of layers, as lectures advise: ReLU and its relatives rather than sigmoid between layers, and
 * batch normalization before the activation, not behind it. Nothing runs for it.
 */
public record LayersStep() implements Step {

    @Override
    public Report run(Net net, Split data) {
        return check(net);
    }

    /** The checks, which need no data. */
    public static Report check(Net net) {
        List<String> sigmoids = new ArrayList<>();
        List<String> late = new ArrayList<>();
        List<Layer> layers = net.layers();
        for (int i = 0; i + 1 < layers.size(); i++) {
            if (layers.get(i) instanceof Activate a && a.activation() instanceof Sigmoid) {
                sigmoids.add("layer " + (i + 1));
            }
            if (isActivation(layers.get(i)) && layers.get(i + 1) instanceof BatchNorm) {
                late.add("layer " + (i + 2));
            }
        }
        boolean normalized = layers.stream().anyMatch(BatchNorm.class::isInstance);
        Report report = Report.of(
                "Layers",
                Check.mild(
                        "activations",
                        sigmoids.isEmpty(),
                        "no sigmoid between layers",
                        sigmoids.isEmpty() ? "none" : "sigmoid() as " + String.join(", ", sigmoids),
                        "Nothing to do.",
                        "Use relu(), try leakyRelu(), elu() or maxout(), perhaps tanh(): a sigmoid saturates, and its outputs"
                                + " are not centered."));
        return normalized
                ? report.and(Report.of(
                        "Layers",
                        Check.mild(
                                "batch normalization",
                                late.isEmpty(),
                                "batchNorm() before the activation",
                                late.isEmpty() ? "so" : "behind it, as " + String.join(", ", late),
                                "Nothing to do.",
                                "Put batchNorm() between dense or conv and the activation, which then gets inputs around"
                                        + " 0.")))
                : report;
    }

    private static boolean isActivation(Layer layer) {
        return layer instanceof Activate || layer instanceof ActivationLayer;
    }
}
