package nursery.diagnosis;

import java.util.Comparator;
import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.History;

/** Units of an activation function that are 0 for every row: no gradient passes, so they never come back. */
public record DeadUnits() implements Symptom {
    private static final int ROWS = 512;
    private static final double SOME = 0.2; // of a layer; 10 to 20 % are usual after training
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.9;

    @Override
    public Optional<Finding> look(History history) {
        return ActivationStats.of(history.model(), Probe.rows(history.data().train(), ROWS)).layers().stream()
                .filter(LayerActivations::activation)
                .max(Comparator.comparingDouble(LayerActivations::deadShare))
                .filter(worst -> worst.deadShare() > SOME)
                .map(worst -> new Finding(
                        "dead units",
                        severity(worst.deadShare()),
                        worst.dead() + " of " + worst.units() + " units (" + Numbers.format(100 * worst.deadShare(), 3)
                                + " %) of layer " + worst.layer() + " are 0 for every training row looked at",
                        "A unit that is never active has gradient 0 and cannot learn: it was initialized off the data, or a step that was too large threw it off.",
                        "Lower the learning rate, use he() or a slightly positive bias."));
    }

    private static Severity severity(double share) {
        if (share >= NEARLY_ALL) {
            return Severity.CRITICAL;
        }
        return share >= HALF ? Severity.WARN : Severity.INFO;
    }
}
