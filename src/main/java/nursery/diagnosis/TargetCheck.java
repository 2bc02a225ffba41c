package nursery.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.report.Numbers;
import nursery.tensor.Tensor;

/** Whether there is something to learn: classes of similar size, or numbers of a sensible scale that differ. */
final class TargetCheck {
    private static final double IMBALANCE = 10; // largest class over smallest
    private static final double STD_HIGH = 10;
    private static final double OFF_CENTER = 10; // deviations

    private TargetCheck() {}

    static Check of(Dataset train) {
        return train.classification() ? classes(train) : numbers(train.targets());
    }

    private static Check classes(Dataset train) {
        int[] counts = train.classCounts();
        int smallest = IntStream.range(0, counts.length)
                .reduce((a, b) -> counts[b] < counts[a] ? b : a)
                .orElseThrow();
        int largest = Arrays.stream(counts).max().orElseThrow();
        boolean missing = counts[smallest] == 0;
        boolean balanced = !missing && largest <= IMBALANCE * counts[smallest];
        return new Check(
                "labels",
                balanced ? Status.PASS : missing ? Status.FAIL : Status.WARN,
                "the largest class at most 10 times the smallest",
                largest + " rows in the largest class, " + counts[smallest] + " in the smallest ("
                        + train.classNames().get(smallest) + ")",
                balanced
                        ? "Accuracy tells how well the net does."
                        : "Gather more rows of the rare classes; accuracy alone misleads: "
                                + Numbers.format(100.0 * largest / train.rows(), 3)
                                + " % are right for a net that always says the most common class.");
    }

    private static Check numbers(Tensor t) {
        double mean = t.mean();
        double std = t.std();
        boolean sane = std > 0 && std <= STD_HIGH && Math.abs(mean) <= OFF_CENTER * std;
        return new Check(
                "labels",
                sane ? Status.PASS : std > 0 ? Status.WARN : Status.FAIL,
                "numbers that differ, with a deviation of at most 10 and a mean within 10 deviations",
                "mean " + Numbers.brief(mean) + ", deviation " + Numbers.brief(std),
                sane
                        ? "The numbers to predict are of a sensible scale."
                        : std > 0
                                ? "Scale the numbers to predict, for example to mean 0 and deviation 1."
                                : "All numbers to predict are the same: look at the label column.");
    }
}
