package nursery.diagnosis;

import java.util.Optional;
import nursery.report.Numbers;
import nursery.training.History;

/** The training loss falls on while the validation loss has risen for epochs. */
public record Overfitting() implements Symptom {
    private static final double VISIBLE = 0.02; // of the loss of a net that knows nothing

    @Override
    public Optional<Finding> look(History history) {
        return parting(history)
                .map(p -> new Finding(
                        "overfitting",
                        Severity.WARN,
                        p + " to " + Numbers.brief(history.lastEpoch().trainLoss()),
                        "The net learns the training rows by heart, and what it learns does not hold for others.",
                        "Gather more data, use fewer features, increase regularization, or add dropout; or stop at epoch "
                                + p.best().epoch() + "."));
    }

    /** Where the curves of {@code history} part, if they do. */
    static Optional<Parting> parting(History history) {
        return Parting.of(history.epochs(), () -> VISIBLE * Curve.ignorant(history));
    }
}
