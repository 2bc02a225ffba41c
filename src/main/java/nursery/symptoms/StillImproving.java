package nursery.symptoms;

import static nursery.diagnosis.Mechanism.BUDGET;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The validation loss still falls at the end.
 *
 * @param some of the loss, from the third quarter of the epochs to the last: a remark
 * @param much of it: a warning
 */
public record StillImproving(double some, double much) implements Symptom {

    /** The usual thresholds. */
    public StillImproving() {
        this(0.02, 0.25);
    }

    @Override
    public Optional<Finding> look(Case c) {
        double found = c.curve().improving();
        if (!(found > some) || c.curve().diverged()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D58",
                        "more training needed",
                        BUDGET,
                        found > much && c.curve().end() > 0.3 * c.curve().constant() ? WARN : INFO,
                        Evidence.of(
                                "the mean loss still fell by " + Numbers.format(100 * found, 2)
                                        + " % from the third quarter of "
                                        + c.history().epochs().size() + " epochs to the last",
                                "fall of the loss",
                                found,
                                some,
                                "Deep Learning Tuning Playbook"),
                        "Both curves are still improving: the net had not learned what it can when it was stopped.",
                        "Train longer.")
                .confidence(0.7)
                .fix(c.fix(
                        "four times the epochs",
                        q -> q.with(q.trainer().epochs(4 * q.trainer().epochs())))));
    }
}
