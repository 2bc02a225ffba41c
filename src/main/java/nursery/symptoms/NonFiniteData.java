package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.tensor.Tensor;

/**
 * A feature or a target is NaN or infinite: one such number makes every weight NaN (UMLAUT, SageMaker Debugger).
 */
public record NonFiniteData() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        Dataset train = p.data().train();
        Tensor x = train.features();
        int row = first(x);
        boolean inTargets =
                row < 0 && !train.classification() && !train.targets().allFinite();
        if (row < 0 && !inTargets) {
            return Optional.empty();
        }
        String where = inTargets ? "the numbers to predict, row " + first(train.targets()) : "the features, row " + row;
        return Optional.of(Finding.of(
                        "D01",
                        "numbers that are not finite",
                        DATA,
                        CRITICAL,
                        Evidence.fact("NaN or infinity in " + where, "UMLAUT"),
                        "Every output that a NaN takes part in is NaN, and so is the loss. After one step all weights are.",
                        "Drop these rows, or put in the mean of the column.")
                .confidence(1)
                .fix(new Fix("without the rows that are not finite", p, Changes::finiteRows)));
    }

    private static int first(Tensor x) {
        if (x.allFinite()) {
            return -1;
        }
        for (int row = 0; row < x.rows(); row++) {
            if (!x.rows(row, row + 1).allFinite()) {
                return row;
            }
        }
        return -1;
    }
}
