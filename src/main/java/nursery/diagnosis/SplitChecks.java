package nursery.diagnosis;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.report.Numbers;
import nursery.tensor.Tensor;

/** Whether the parts of a split are fit to train on and to judge by. */
final class SplitChecks {
    private static final int FEW = 20; // validation rows
    private static final double LEAK = 0.01; // of the rows of a part
    private static final int CHANCE = 3; // equal rows that small tables have without a leak

    private SplitChecks() {}

    static Check finite(Split data) {
        boolean finite = Stream.of(data.train(), data.validation(), data.test())
                .allMatch(part -> part.features().allFinite());
        return Check.of(
                "finite numbers",
                finite,
                "no NaN and no infinity",
                finite ? "none" : "some",
                "Every number can be computed with.",
                "Remove the rows or replace the numbers: one NaN makes every weight NaN.");
    }

    static Check sizes(Split data) {
        int rows = data.validation().rows();
        String accuracy = rows == 0 || !data.train().classification()
                ? ""
                : "; an accuracy of 90 % is known to ± " + Numbers.format(196 * Math.sqrt(0.09 / rows), 2) + " %";
        return Check.mild(
                "sizes",
                rows >= FEW,
                "at least 20 validation rows",
                data.train().rows() + " training, " + rows + " validation, "
                        + data.test().rows() + " test rows" + accuracy,
                "Train on training rows, choose by validation rows, and touch the test rows once, at the end.",
                "Keep more validation rows, split(0.8, 0.1, 0.1): without them nobody sees overfitting.");
    }

    static Check leak(Split data) {
        Set<Long> train = hashes(data.train());
        long validation = copies(train, data.validation());
        long test = copies(train, data.test());
        return Check.mild(
                "rows in two parts",
                few(validation, data.validation()) && few(test, data.test()),
                "training rows apart from validation and test rows",
                validation + " of " + data.validation().rows() + " validation and " + test + " of "
                        + data.test().rows() + " test rows are also training rows",
                "What the net has not seen judges it.",
                "Remove duplicate rows before the split: the net is judged by what it learned by heart.");
    }

    /** How many rows of {@code part} are among the training rows. */
    static long copies(Dataset train, Dataset part) {
        return copies(hashes(train), part);
    }

    private static Set<Long> hashes(Dataset data) {
        Set<Long> all = new HashSet<>();
        for (int row = 0; row < data.rows(); row++) {
            all.add(hash(data.features(), row));
        }
        return all;
    }

    private static long copies(Set<Long> train, Dataset part) {
        long copies = 0;
        for (int row = 0; row < part.rows(); row++) {
            copies += train.contains(hash(part.features(), row)) ? 1 : 0;
        }
        return copies;
    }

    private static boolean few(long copies, Dataset part) {
        return copies <= Math.max(CHANCE, LEAK * part.rows());
    }

    // FNV-1a over the bits of the numbers
    private static long hash(Tensor x, int row) {
        int n = x.columns();
        long h = 0xcbf29ce484222325L;
        for (int i = row * n; i < (row + 1) * n; i++) {
            h = (h ^ Double.doubleToLongBits(x.get(i))) * 0x100000001b3L;
            h ^= h >>> 32;
        }
        return h;
    }
}
