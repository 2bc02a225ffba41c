package nursery.diagnosis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.report.Numbers;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * How well the labels of rows are told by those of their 5 nearest neighbors among the same rows: a judge of the data
 * that needs no training.
 *
 * @param rows how many rows were told
 * @param right the share of right classes; for numbers their correlation with the mean of the neighbors
 * @param chance what labels that do not depend on the features would give
 */
public record Neighbors(int rows, double right, double chance) {
    private static final int NEAREST = 5;

    /** Tells each row by the others. Columns are scaled to deviation 1, images as a whole. */
    public static Neighbors of(Dataset data) {
        int n = data.rows();
        Tensor x = scaled(data);
        Tensor products = x.matmulTranspose(x); // [n, n]
        int[][] nearest = new int[n][];
        for (int row = 0; row < n; row++) {
            int r = row;
            nearest[row] = IntStream.range(0, n)
                    .filter(j -> j != r)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> products.get(j, j) - 2 * products.get(r, j)))
                    .limit(NEAREST)
                    .mapToInt(j -> j)
                    .toArray();
        }
        return data.classification() ? classes(data, nearest) : numbers(data, nearest);
    }

    private static Tensor scaled(Dataset data) {
        FeatureStatistics f = FeatureStatistics.of(data);
        Tensor x = data.features().reshape(Shape.of(data.rows(), data.features().columns()));
        if (f.image()) {
            return x;
        }
        Tensor copy = x.copy();
        for (int i = 0; i < copy.size(); i++) {
            int column = i % f.columns();
            copy.set(i, (copy.get(i) - f.mean(column)) / Math.max(f.std(column), 1e-12));
        }
        return copy;
    }

    private static Neighbors classes(Dataset data, int[][] nearest) {
        int n = data.rows();
        int[] told = new int[n];
        double[] truth = new double[data.classes()];
        double[] guess = new double[data.classes()];
        int right = 0;
        for (int row = 0; row < n; row++) {
            int[] votes = new int[data.classes()];
            Arrays.stream(nearest[row]).forEach(j -> votes[data.label(j)]++);
            told[row] = IntStream.range(0, votes.length)
                    .reduce((a, b) -> votes[b] > votes[a] ? b : a)
                    .orElse(0);
            truth[data.label(row)] += 1.0 / n;
            guess[told[row]] += 1.0 / n;
            right += told[row] == data.label(row) ? 1 : 0;
        }
        double chance = IntStream.range(0, truth.length)
                .mapToDouble(c -> truth[c] * guess[c])
                .sum();
        return new Neighbors(n, (double) right / n, chance);
    }

    private static Neighbors numbers(Dataset data, int[][] nearest) {
        double[] t = IntStream.range(0, data.rows())
                .mapToDouble(i -> data.targets().get(i, 0))
                .toArray();
        double[] told = Arrays.stream(nearest)
                .mapToDouble(near ->
                        Arrays.stream(near).mapToDouble(j -> t[j]).average().orElse(0))
                .toArray();
        return new Neighbors(data.rows(), correlation(t, told), 0);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /** By how many deviations of chance the neighbors are better than chance. */
    public double deviationsAboveChance() {
        double spread = Math.sqrt(Math.max(chance * (1 - chance), chance == 0 ? 1 : 0.01) / rows);
        return (right - chance) / spread;
    }

    /** {@code "0.12 right where chance gives 0.1"}. */
    @Override
    public String toString() {
        return Numbers.format(right, 2) + " right where chance gives " + Numbers.format(chance, 2);
    }
}
