package nursery.bench.diagnosis;

import java.util.Comparator;
import java.util.List;
import nursery.diagnosis.LayerActivations;
import nursery.training.Epoch;
import nursery.training.History;

/**
 * The numbers by which a healthy run is known.
 *
 * @param epochs how many there were
 * @param trainLoss the training loss of the last epoch
 * @param validationLoss the validation loss after the last epoch
 * @param lowest the lowest validation loss after any epoch
 * @param lowestAt after which epoch it was
 * @param trainAccuracy the training accuracy of the last epoch; NaN for regression
 * @param validationAccuracy the validation accuracy after the last epoch; NaN for regression
 * @param dead the share of dead units in the activation layer that has most of them
 */
record LearningCurve(
        int epochs,
        double trainLoss,
        double validationLoss,
        double lowest,
        int lowestAt,
        double trainAccuracy,
        double validationAccuracy,
        double dead) {
    /** That of a run that never began. */
    static final LearningCurve NONE =
            new LearningCurve(0, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, 0);

    static LearningCurve of(History history) {
        List<Epoch> epochs = history.epochs();
        if (epochs.isEmpty()) {
            return NONE;
        }
        Epoch last = history.lastEpoch();
        Epoch lowest = epochs.stream()
                .min(Comparator.comparingDouble(Epoch::validationLoss))
                .orElseThrow();
        return new LearningCurve(
                last.epoch(),
                last.trainLoss(),
                last.validationLoss(),
                lowest.validationLoss(),
                lowest.epoch(),
                last.trainAccuracy(),
                last.validationAccuracy(),
                dead(history));
    }

    private static double dead(History history) {
        return history.model().activationStats(history.data().test()).layers().stream()
                .filter(LayerActivations::activation)
                .mapToDouble(LayerActivations::deadShare)
                .max()
                .orElse(0);
    }
}
