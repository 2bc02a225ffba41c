package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Curve;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * The loss became NaN or infinite, or ended above three times its start (CS231n breaks off there).
 */
public record Divergence() implements Symptom {

    @Override
    public Optional<Finding> look(Case c) {
        Curve curve = c.curve();
        if (!curve.diverged()) {
            return Optional.empty();
        }
        boolean lost = curve.lost().isPresent();
        int step = lost ? curve.lost().getAsInt() : curve.exploded();
        double[] costs = c.history().stepCosts();
        String rate = " with learning rate " + Numbers.brief(c.trainer().learningRate());
        String text = lost
                ? "the loss became " + costs[step - 1] + " at step " + step + ", first in "
                        + c.history().notFinite().orElse("the penalty") + "," + rate
                : "the loss went from " + Numbers.brief(curve.start()) + " to " + Numbers.brief(curve.end())
                        + ", above three times its start from step " + step + " on," + rate;
        return Optional.of(Finding.of(
                        lost ? "D31" : "D32",
                        "diverged",
                        RATE,
                        CRITICAL,
                        Evidence.of(text, "loss / first loss", curve.end() / curve.start(), 3, "CS231n")
                                .from(step),
                        "Each step overshoots the valley by more than the one before, until the numbers overflow.",
                        "The loss explodes: lower the learning rate, a power of ten at a time; a sweep over rates shows how far.")
                .confidence(0.9)
                .fix(Changes.sweptRate(c.program(), c.trainer().learningRate() * 1e-4)));
    }
}
