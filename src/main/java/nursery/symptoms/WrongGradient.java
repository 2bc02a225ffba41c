package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import java.util.stream.Stream;
import nursery.Net;
import nursery.activations.Custom;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.GradientCheck;
import nursery.diagnosis.GradientRow;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.Activate;
import nursery.report.Numbers;

/**
 * Backward's gradients do not agree with centered differences in float64. Looked for where a layer, an activation
 * function or the loss is the user's own; Nursery's are checked by its tests.
 *
 * @param uneasy the relative error from which on it is a warning
 * @param wrong the relative error from which on it is critical
 */
public record WrongGradient(double uneasy, double wrong) implements Precheck {

    /** The usual thresholds. */
    public WrongGradient() {
        this(1e-4, 1e-2);
    }

    @Override
    public Optional<Finding> review(Program p) {
        Optional<String> own = own(p.net());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        GradientRow worst = GradientCheck.of(p.net(), p.data()).worst();
        double error = worst.maxRelativeError();
        if (!(error > uneasy)) {
            return Optional.empty();
        }
        boolean flipped = worst.analytic() * worst.numeric() < 0 && error > 1;
        return Optional.of(Finding.of(
                        flipped ? "D38" : "D26",
                        flipped ? "gradient with the wrong sign" : "wrong gradient",
                        WIRING,
                        error > wrong ? CRITICAL : WARN,
                        Evidence.of(
                                        "relative error " + Numbers.format(error, 3) + " at " + worst.parameter()
                                                + worst.worstIndex() + ": backward says "
                                                + Numbers.brief(worst.analytic())
                                                + ", differences say " + Numbers.brief(worst.numeric()),
                                        "relative error",
                                        error,
                                        uneasy,
                                        "CS231n")
                                .at(worst.parameter()),
                        "The net goes another way than downhill. Training often works a little all the same, which hides the fault.",
                        "Derive the backward pass of " + own.get()
                                + " again; LayerContract.of(layer, shape).check() and GradientCheck.of(...) look closer.")
                .confidence(0.97));
    }

    /** What in the net Nursery does not know. */
    private static Optional<String> own(Net net) {
        return Stream.concat(
                        net.layers().stream().map(l -> l instanceof Activate a ? (Object) a.activation() : l),
                        Stream.of(net.loss()))
                .filter(part -> !part.getClass().getPackageName().matches("nursery\\.(layers|activations|losses)")
                        || part instanceof Custom)
                .map(Object::toString)
                .findFirst();
    }
}
