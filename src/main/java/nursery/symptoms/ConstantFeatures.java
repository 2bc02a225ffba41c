package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.INFO;

import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.FeatureStatistics;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;

/**
 * Columns of a table whose numbers are all the same.
 */
public record ConstantFeatures() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        FeatureStatistics f = FeatureStatistics.of(Changes.sample(p.data().train()));
        List<String> constant = f.constant();
        return f.image() || constant.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "D04",
                        "constant features",
                        DATA,
                        INFO,
                        Evidence.of(
                                constant.size() + " of " + f.columns() + " columns never change",
                                "constant columns",
                                constant.size(),
                                1,
                                "TheDeepChecker"),
                        "What is the same for all rows cannot tell them apart.",
                        "Drop these columns."));
    }
}
