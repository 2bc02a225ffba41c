package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.activations.Custom;
import nursery.data.Dataset;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.GradientCheck;
import nursery.diagnosis.GradientRow;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.losses.Loss;
import nursery.report.Numbers;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Backward's gradients do not agree with centered differences in float64. Looked for where a layer, an activation
 * function or the loss is the user's own; Nursery's are checked by its tests.
 *
 * @param uneasy the relative error from which on it is a warning
 * @param wrong the relative error from which on it is critical
 */
public record WrongGradient(double uneasy, double wrong) implements Precheck {
    private static final String NURSERY = "nursery\\.(layers|activations|losses)";
    private static final int ROWS = 4;
    private static final double H = 1e-5;
    private static final double TINY = 1e-9;

    /** The usual thresholds. */
    public WrongGradient() {
        this(1e-4, 1e-2);
    }

    @Override
    public Optional<Finding> review(Program p) {
        return layers(p.net()).or(() -> loss(p));
    }

    private Optional<Finding> layers(Net net) {
        for (int i = 0; i < net.layers().size(); i++) {
            Layer layer = net.layers().get(i);
            if (own(layer)) {
                Shape in = net.shapes().get(i);
                GradientRow worst = GradientCheck.of(
                                layer,
                                IntStream.range(0, in.rank()).map(in::dim).toArray())
                        .worst();
                if (worst.maxRelativeError() > uneasy) {
                    return Optional.of(finding(
                            Structure.name(net.layers(), i),
                            worst.maxRelativeError(),
                            worst.analytic(),
                            worst.numeric(),
                            worst.parameter() + worst.worstIndex()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean own(Layer layer) {
        Object part = layer instanceof Activate a ? a.activation() : layer;
        return part instanceof Custom || !part.getClass().getPackageName().matches(NURSERY);
    }

    /** The loss's gradient on outputs halfway between the targets and equal shares. */
    private Optional<Finding> loss(Program p) {
        Loss loss = p.net().loss();
        if (loss.getClass().getPackageName().matches(NURSERY)) {
            return Optional.empty();
        }
        Dataset rows = p.data().train().take(Math.min(ROWS, p.data().train().rows()));
        Tensor t = p.net().targets(rows).to(Precision.FLOAT64);
        Tensor y = t.map(v -> 0.5 * v + 0.4 / t.columns());
        Tensor dy = y.copy();
        value(p.net(), y, t, dy);
        double worst = 0;
        int at = 0;
        double numeric = 0;
        for (int i = 0; i < y.size(); i++) {
            double before = y.get(i);
            double h = H * Math.max(1, Math.abs(before));
            y.set(i, before + h);
            double above = value(p.net(), y, t, y.copy());
            y.set(i, before - h);
            double below = value(p.net(), y, t, y.copy());
            y.set(i, before);
            double difference = (above - below) / (2 * h);
            double size = Math.max(Math.abs(difference), Math.abs(dy.get(i)));
            double error = size < TINY ? 0 : Math.abs(difference - dy.get(i)) / size;
            if (error > worst) {
                worst = error;
                at = i;
                numeric = difference;
            }
        }
        return worst > uneasy
                ? Optional.of(finding(loss.toString(), worst, dy.get(at), numeric, "output " + at % t.columns()))
                : Optional.empty();
    }

    private static double value(Net net, Tensor y, Tensor t, Tensor dy) {
        return net.lossTakesScores()
                ? net.loss().ofScores(y, t, y.copy(), dy)
                : net.loss().apply(y, t, dy);
    }

    private Finding finding(String where, double error, double analytic, double numeric, String place) {
        boolean flipped = analytic * numeric < 0 && error > 1;
        return Finding.of(
                        flipped ? "D38" : "D26",
                        flipped ? "gradient with the wrong sign" : "wrong gradient",
                        WIRING,
                        error > wrong ? CRITICAL : WARN,
                        Evidence.of(
                                        where + ": relative error " + Numbers.format(error, 3) + " at " + place
                                                + ": backward says " + Numbers.brief(analytic) + ", differences say "
                                                + Numbers.brief(numeric),
                                        "relative error",
                                        error,
                                        uneasy,
                                        "CS231n")
                                .at(where),
                        "The net goes another way than downhill. Training often works a little all the same, which hides the fault.",
                        "Derive the backward pass of " + where
                                + " again; LayerContract.of(layer, shape).check() and GradientCheck.of(...) look closer.")
                .confidence(0.97);
    }
}
