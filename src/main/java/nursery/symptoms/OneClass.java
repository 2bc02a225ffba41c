package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.Arrays;
import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.tensor.Tensor;

/**
 * All training rows have the same label, or all numbers to predict are equal.
 */
public record OneClass() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        Dataset train = p.data().train();
        boolean same = train.classification()
                ? Arrays.stream(train.classCounts()).filter(n -> n > 0).count() < 2
                : spread(train.targets()) == 0;
        return same
                ? Optional.of(Finding.of(
                                "D08",
                                "one label for all rows",
                                DATA,
                                CRITICAL,
                                Evidence.fact("every training row has the same label", "TheDeepChecker"),
                                "There is nothing to tell apart: a net that ignores its inputs is always right.",
                                "Look at how labels are read, and shuffle before you split.")
                        .confidence(1))
                : Optional.empty();
    }

    private static double spread(Tensor t) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < t.size(); i++) {
            low = Math.min(low, t.get(i));
            high = Math.max(high, t.get(i));
        }
        return high - low;
    }
}
