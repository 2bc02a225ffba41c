package nursery.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Deals shuffled rows out to the folds of cross-validation, class by class. */
final class Folds {
    private Folds() {}

    static List<Split> of(Dataset data, Targets targets, int k, long seed) {
        if (k < 2 || k > data.rows()) {
            throw new IllegalArgumentException(
                    "folds: expected a number from 2 to the " + data.rows() + " rows, received " + k + "; 5 are usual");
        }
        int[] folds = dealt(targets, k, seed);
        Dataset none = data.gather(new int[0]);
        return IntStream.range(0, k)
                .mapToObj(fold ->
                        Split.of(data.gather(rows(folds, fold, false)), data.gather(rows(folds, fold, true)), none))
                .toList();
    }

    /** The fold of each row. Classes follow one another, each beginning where the last one ended. */
    private static int[] dealt(Targets targets, int k, long seed) {
        int[] order = Order.shuffled(targets.rows(), seed);
        int[] byGroup = Arrays.stream(order)
                .boxed()
                .sorted((a, b) -> Integer.compare(targets.group(a), targets.group(b)))
                .mapToInt(i -> i)
                .toArray();
        int[] folds = new int[order.length];
        for (int i = 0; i < byGroup.length; i++) {
            folds[byGroup[i]] = i % k;
        }
        return folds;
    }

    private static int[] rows(int[] folds, int fold, boolean inside) {
        return IntStream.range(0, folds.length)
                .filter(row -> (folds[row] == fold) == inside)
                .toArray();
    }
}
