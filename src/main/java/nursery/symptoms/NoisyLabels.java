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
 * Wrong labels: the net is right on far fewer training rows than validation rows though nothing makes the training rows
 * harder, or it is wrong as often where it is surest.
 *
 * @param gap how much higher the validation accuracy must be
 * @param surer the share of the missing accuracy that a healthy net gains on the rows it is surest about
 */
public record NoisyLabels(double gap, double surer) implements Symptom {

    /** The usual thresholds. */
    public NoisyLabels() {
        this(0.1, 0.2);
    }

    @Override
    public Optional<Finding> look(Case c) {
        return c.history().epochs().isEmpty() || c.curve().diverged()
                ? Optional.empty()
                : training(c).or(() -> everywhere(c));
    }

    /** The training rows alone are mislabeled. */
    private Optional<Finding> training(Case c) {
        Epoch last = c.history().lastEpoch();
        boolean harder = c.net().layers().stream().anyMatch(Structure::random)
                || !(c.trainer().augmentation() instanceof Unchanged);
        if (harder || last.epoch() < 2 || !(last.validationAccuracy() > last.trainAccuracy() + gap)) {
            return Optional.empty();
        }
        double trained = Evaluation.of(c.history().model(), c.probe()).accuracy();
        double off = last.validationAccuracy() - trained;
        return off > gap
                ? Optional.of(finding(Evidence.of(
                        "the trained net is right on " + Numbers.format(100 * trained, 3)
                                + " % of the training rows and on "
                                + Numbers.format(100 * last.validationAccuracy(), 3) + " % of the validation rows",
                        "validation - training accuracy",
                        off,
                        gap,
                        "TheDeepChecker")))
                : Optional.empty();
    }

    /** The surest answers are wrong as often as the others: a hard task has easy rows, mislabeled ones are everywhere. */
    private Optional<Finding> everywhere(Case c) {
        double accuracy = c.history().lastEpoch().validationAccuracy();
        double surest = c.answers().surestFifth();
        double chance = 1.0 / Math.max(2, c.data().train().classes());
        boolean learned = accuracy > chance + 0.2
                && accuracy < 0.9
                && c.curve().improving() < 0.03
                && c.curve().end() < 0.85 * c.curve().constant();
        double limit = accuracy + surer * (1 - accuracy);
        return learned && surest < limit
                ? Optional.of(finding(Evidence.of(
                        "of the fifth of the validation rows that the net is surest about only "
                                + Numbers.format(100 * surest, 3) + " % are right, of all "
                                + Numbers.format(100 * accuracy, 3) + " %",
                        "accuracy where it is surest",
                        surest,
                        limit,
                        "TheDeepChecker")))
                : Optional.empty();
    }

    private static Finding finding(Evidence evidence) {
        return Finding.of(
                        "D63",
                        "wrong labels",
                        GENERALIZATION,
                        WARN,
                        evidence,
                        "What the net learned contradicts a part of the labels all over the data, also where it is sure. That happens when labels are wrong, and not when rows are hard to tell apart.",
                        "Look at the rows that the net is surest and wrong about, and correct their labels.")
                .confidence(0.8);
    }
}
