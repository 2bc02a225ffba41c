package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.INFO;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The updates are far from 1e-3 of the weights in the first half of the training. A remark: unusual ratios train well now
 * and then, and where they do not, {@link RateTooLow} and {@link RateTooHigh} try another rate.
 *
 * @param small the ratio below which updates are tiny
 * @param large the ratio above which they are huge
 */
public record UpdateSize(double small, double large) implements Symptom {

    /** The usual thresholds. */
    public UpdateSize() {
        this(1e-5, 1e-1);
    }

    @Override
    public Optional<Finding> look(Case c) {
        double ratio = c.curve().updateRatio();
        if (!(ratio < small || ratio > large)) {
            return Optional.empty();
        }
        boolean tiny = ratio < small;
        return Optional.of(Finding.of(
                "D35",
                tiny ? "tiny updates" : "huge updates",
                RATE,
                INFO,
                Evidence.of(
                        "|ΔW| / |W| is " + Numbers.format(ratio, 2) + " where 1e-3 is healthy",
                        "update ratio",
                        ratio,
                        tiny ? small : large,
                        "CS231n"),
                tiny
                        ? "The weights hardly change from step to step."
                        : "Every step replaces a large part of the weights, so that what was learned is lost again.",
                tiny ? "Raise the learning rate." : "Lower the learning rate."));
    }
}
