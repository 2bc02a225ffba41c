package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.Net;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;
import nursery.training.Evaluation;

/**
 * On the same rows the net does much worse in evaluation than in training, though nothing is random there: running
 * statistics of batch normalization that are not used, or not up to date.
 *
 * @param times how many times larger the loss may be
 * @param visible the difference that counts, over the loss of a net that learned nothing
 */
public record EvaluationDiffers(double times, double visible) implements Symptom {

    /** The usual thresholds. */
    public EvaluationDiffers() {
        this(1.5, 0.1);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Net net = c.net();
        if (c.history().epochs().isEmpty()
                || c.curve().diverged()
                || c.explained()
                || net.layers().stream().anyMatch(Structure::random)) {
            return Optional.empty();
        }
        double evaluated = Evaluation.of(c.history().model(), c.probe()).loss();
        double trained = c.lossInTraining();
        double limit = times * trained + visible * c.curve().constant();
        if (!(evaluated > limit)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D54",
                        "evaluation differs from training",
                        WIRING,
                        WARN,
                        Evidence.of(
                                "on the same " + c.probe().rows() + " rows the loss is " + Numbers.brief(trained)
                                        + " in training mode and " + Numbers.brief(evaluated) + " in evaluation",
                                "evaluation loss / training loss",
                                evaluated / trained,
                                times,
                                "TheDeepChecker"),
                        "Batch normalization divides by the batch's deviation in training and by a running mean of it in evaluation. When the running statistics are wrong, only the evaluation is.",
                        "Make more steps, lower the learning rate at the end, or check how your own layer uses its running statistics.")
                .confidence(0.9));
    }
}
