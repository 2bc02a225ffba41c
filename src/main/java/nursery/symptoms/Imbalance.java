package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Arrays;
import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * One class has many more rows than another. A warning where a rare class is hardly ever recognized while others
 * are.
 *
 * @param ratio the largest class over the smallest
 * @param starved the recall below which a class is starved
 * @param fed the recall of the others
 */
public record Imbalance(double ratio, double starved, double fed) implements Symptom {

    /** The usual thresholds. */
    public Imbalance() {
        this(10, 0.3, 0.7);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Dataset train = c.data().train();
        if (!train.classification()) {
            return Optional.empty();
        }
        int[] counts = train.classCounts();
        int largest = Arrays.stream(counts).max().orElse(0);
        int smallest = Arrays.stream(counts).min().orElse(0);
        boolean unequal = largest > ratio * smallest && largest >= 20; // a few rows are unequal by chance
        double[] recall = c.answers().recall();
        double worst = Arrays.stream(recall).filter(r -> !Double.isNaN(r)).min().orElse(1);
        double best = Arrays.stream(recall).filter(r -> !Double.isNaN(r)).max().orElse(1);
        boolean hurts = worst < starved && best > fed && !c.curve().standsStill();
        if (!unequal) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D07",
                        "unequal classes",
                        DATA,
                        hurts ? WARN : INFO,
                        Evidence.of(
                                largest + " rows in the largest class, " + smallest + " in the smallest; recall from "
                                        + Numbers.format(worst, 2) + " to " + Numbers.format(best, 2),
                                "largest / smallest class",
                                (double) largest / Math.max(1, smallest),
                                ratio,
                                "SageMaker Debugger"),
                        "A net that ignores a rare class is right for most rows, so accuracy hides it and the loss hardly asks for it.",
                        "Weigh the classes in the loss, crossEntropy().weights(...), gather more rows of the rare ones, and look at Confusion.of(model, data).")
                .confidence(hurts ? 0.85 : 0.5));
    }
}
