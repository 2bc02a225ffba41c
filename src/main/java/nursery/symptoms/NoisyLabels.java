package nursery.symptoms;

import static nursery.diagnosis.Mechanism.GENERALIZATION;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.augment.Unchanged;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.Epoch;
import nursery.training.Evaluation;

/**
 * The net is right on far fewer training rows than validation rows though nothing makes the training rows harder:
 * some of their labels are wrong.
 *
 * @param gap how much higher the validation accuracy must be
 */
public record NoisyLabels(double gap) implements Symptom {

    /** The usual thresholds. */
    public NoisyLabels() {
        this(0.1);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (c.history().epochs().isEmpty()
                || c.net().layers().stream().anyMatch(Structure::random)
                || !(c.trainer().augmentation() instanceof Unchanged)) {
            return Optional.empty();
        }
        Epoch last = c.history().lastEpoch();
        double trained = last.epoch() > 1 && last.validationAccuracy() > last.trainAccuracy() + gap
                ? Evaluation.of(c.history().model(), c.probe()).accuracy()
                : last.validationAccuracy();
        double off = last.validationAccuracy() - trained;
        if (!(off > gap)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D63",
                        "wrong labels among the training rows",
                        GENERALIZATION,
                        WARN,
                        Evidence.of(
                                "the trained net is right on " + Numbers.format(100 * trained, 3)
                                        + " % of the training rows and on "
                                        + Numbers.format(100 * last.validationAccuracy(), 3)
                                        + " % of the validation rows",
                                "validation - training accuracy",
                                off,
                                gap,
                                "TheDeepChecker"),
                        "What the net learned holds for rows that it never saw, and not for its own: those labels contradict the rest.",
                        "Look at the training rows that the net is surest and wrong about, and correct their labels.")
                .confidence(0.8));
    }
}
