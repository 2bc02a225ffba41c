package nursery.symptoms;

import static nursery.diagnosis.Mechanism.GENERALIZATION;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Parting;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The training loss falls on while the validation loss has risen for epochs.
 *
 * @param visible the rise that counts, over the loss of a net that knows nothing
 */
public record Overfitting(double visible) implements Symptom {

    /** The usual thresholds. */
    public Overfitting() {
        this(0.02);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (c.curve().diverged()) {
            return Optional.empty();
        }
        return Parting.of(c.history(), visible)
                .map(p -> Finding.of(
                                "D56",
                                "overfitting",
                                GENERALIZATION,
                                WARN,
                                Evidence.of(
                                                p + " to "
                                                        + Numbers.brief(c.history()
                                                                .lastEpoch()
                                                                .trainLoss()),
                                                "validation loss / lowest",
                                                p.now() / p.best().validationLoss(),
                                                1.1,
                                                "CS231n")
                                        .from(p.best().epoch() * c.history().stepsPerEpoch()),
                                "The net learns the training rows by heart, and what it learns does not hold for others.",
                                "Gather more data, use fewer features, increase regularization, or add dropout; or stop at epoch "
                                        + p.best().epoch() + ".")
                        .confidence(0.9)
                        .fix(c.fix(
                                "stop at epoch " + p.best().epoch(),
                                q -> q.with(q.trainer().epochs(p.best().epoch())))));
    }
}
