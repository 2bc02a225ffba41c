package nursery.diagnosis;

import nursery.Net;
import nursery.data.Split;

/** The data looks sane: numbers, scale, center, labels, sizes of the parts, and no row in two parts. */
public record DataStep() implements Step {

    /** Looks at the data alone; the net plays no part. */
    @Override
    public Report run(Net net, Split data) {
        return check(data);
    }

    /** Makes the checks. */
    public static Report check(Split data) {
        FeatureStatistics features = FeatureStatistics.of(data.train());
        return Report.of(
                "Data",
                SplitChecks.finite(data),
                FeatureChecks.constant(features),
                FeatureChecks.scale(features),
                FeatureChecks.center(features),
                TargetCheck.of(data.train()),
                SplitChecks.sizes(data),
                SplitChecks.leak(data));
    }
}
