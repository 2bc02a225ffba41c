package nursery.diagnosis;

import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.History;

/**
 * The updates are far from 1e-3 of the weights in the first half of the training. Where the loss stands still, {@link
 * LossStandsStill} says so with their size.
 */
public record UpdateSize() implements Symptom {
    private static final double SMALL = 1e-5;
    private static final double LARGE = 1e-1;

    @Override
    public Optional<Finding> look(History history) {
        double ratio = Curve.updateRatio(history);
        if (!(ratio < SMALL || ratio > LARGE)
                || new LossStandsStill().look(history).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                ratio < SMALL ? "tiny updates" : "huge updates",
                Severity.WARN,
                "|ΔW| / |W| is " + Numbers.format(ratio, 2) + " where 1e-3 is healthy",
                ratio < SMALL
                        ? "The weights hardly change from step to step."
                        : "Every step replaces a large part of the weights, so that what was learned is lost again.",
                ratio < SMALL ? "Raise the learning rate." : "Lower the learning rate."));
    }
}
