package nursery.symptoms;

import static nursery.diagnosis.Mechanism.BUDGET;
import static nursery.diagnosis.Severity.INFO;

import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.training.Epoch;

/**
 * The best validation loss came in the first tenth of the epochs.
 *
 * @param epochs fewer tell nothing
 */
public record TrainedTooLong(int epochs) implements Symptom {

    /** The usual thresholds. */
    public TrainedTooLong() {
        this(20);
    }

    @Override
    public Optional<Finding> look(Case c) {
        List<Epoch> all = c.history().epochs();
        if (all.size() < epochs
                || c.curve().diverged()
                || Double.isNaN(all.get(0).validationLoss())) {
            return Optional.empty();
        }
        Epoch best = all.stream()
                .reduce((a, b) -> b.validationLoss() < a.validationLoss() ? b : a)
                .orElseThrow();
        if (best.epoch() > all.size() / 10) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D59",
                        "trained too long",
                        BUDGET,
                        INFO,
                        Evidence.of(
                                        "the validation loss was lowest at epoch " + best.epoch() + " of " + all.size(),
                                        "epoch of the lowest loss",
                                        best.epoch(),
                                        all.size() / 10.0,
                                        "Deep Learning Tuning Playbook")
                                .from(best.epoch() * c.history().stepsPerEpoch()),
                        "All epochs after the best one made the net no better for rows that it has not seen.",
                        "Stop earlier, callback(earlyStopping(5)) does.")
                .fix(c.fix("fewer epochs", q -> q.with(q.trainer().epochs(Math.max(1, 2 * best.epoch()))))));
    }
}
