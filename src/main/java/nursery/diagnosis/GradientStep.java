package nursery.diagnosis;

import nursery.Net;
import nursery.data.Split;
import nursery.report.Numbers;

/** Backward's gradients agree with centered differences, in float64 and for some numbers of every parameter. */
public record GradientStep() implements Step {

    @Override
    public Report run(Net net, Split data) {
        GradientCheck check = GradientCheck.of(net, data);
        GradientRow worst = check.worst();
        String kinks = check.kinks() == 0 ? "" : ", " + check.kinks() + " points at kinks left out";
        Check row = new Check(
                "gradients",
                worst.status(),
                "relative error of 1e-7 or less",
                Numbers.brief(worst.maxRelativeError()) + " at " + worst.parameter() + worst.worstIndex() + kinks,
                worst.status() == Status.PASS
                        ? "Backpropagation is right."
                        : "Derive the backward pass of the layer of " + worst.parameter()
                                + " again; LayerContract.of(layer, shape).check() looks closer.");
        return new Report("Gradients", java.util.List.of(row), check.plot());
    }
}
