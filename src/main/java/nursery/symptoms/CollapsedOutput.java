package nursery.symptoms;

import static nursery.diagnosis.Mechanism.SIGNAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The net gives the same answer for nearly all rows.
 *
 * @param most of the rows with the same answer
 */
public record CollapsedOutput(double most) implements Symptom {

    /** The usual thresholds. */
    public CollapsedOutput() {
        this(0.95);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (c.curve().diverged()) {
            return Optional.empty();
        }
        double share = c.answers().commonest();
        if (!(share > most)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D50",
                        "one answer for all rows",
                        SIGNAL,
                        WARN,
                        Evidence.of(
                                Numbers.format(100 * share, 3) + " % of the rows get the same answer",
                                "share of the commonest answer",
                                share,
                                most,
                                "TheDeepChecker"),
                        "What the last layer sees no longer depends on the inputs: the signal died on its way, or the net learned only how frequent the classes are.",
                        "Look at model().activationStats(data.train()), and run Checklist.run(net, data).")
                .confidence(0.6));
    }
}
