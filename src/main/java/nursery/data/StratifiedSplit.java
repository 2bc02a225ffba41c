package nursery.data;

import java.util.Arrays;

/** Deals shuffled rows out to the parts of a split, class by class. */
final class StratifiedSplit {
    private static final String[] PARTS = {"training", "validation", "test"};
    private static final double ROUNDING = 1e-9;

    private StratifiedSplit() {}

    static Split of(Dataset data, Targets targets, double[] fractions, long seed) {
        requireFractions(fractions);
        int[] order = Order.shuffled(data.rows(), seed);
        int[][] quotas = quotas(groupSizes(targets), fractions);
        int[][] parts = new int[PARTS.length][];
        for (int part = 0; part < PARTS.length; part++) {
            int p = part;
            parts[part] = new int[Arrays.stream(quotas).mapToInt(q -> q[p]).sum()];
            if (parts[part].length == 0 && fractions[part] > 0) {
                throw new IllegalArgumentException("expected at least one " + PARTS[part] + " row, received none: "
                        + data.rows() + " rows of " + targets.kind() + " are too few for the fractions "
                        + fractions[0] + ", " + fractions[1] + ", " + fractions[2] + "; use more rows or fraction 0");
            }
        }
        int[] filled = new int[PARTS.length];
        for (int row : order) {
            int[] quota = quotas[targets.group(row)];
            int part = 0;
            while (part < PARTS.length && quota[part] == 0) {
                part++;
            }
            if (part < PARTS.length) { // rows beyond the fractions stay out
                quota[part]--;
                parts[part][filled[part]++] = row;
            }
        }
        return Split.of(data.gather(parts[0]), data.gather(parts[1]), data.gather(parts[2]));
    }

    private static void requireFractions(double[] fractions) {
        double sum = fractions[0] + fractions[1] + fractions[2];
        boolean inRange = fractions[0] > 0 && fractions[1] >= 0 && fractions[2] >= 0;
        if (!inRange || !(sum <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("expected fractions for training (above 0), validation and test that add"
                    + " up to at most 1, received " + fractions[0] + ", " + fractions[1] + ", " + fractions[2]
                    + "; for example split(0.8, 0.1, 0.1)");
        }
    }

    private static int[] groupSizes(Targets targets) {
        int[] sizes = new int[targets.groups()];
        for (int row = 0; row < targets.rows(); row++) {
            sizes[targets.group(row)]++;
        }
        return sizes;
    }

    /**
     * How many rows of each group go to each part: the exact share rounded down or up. What rounding takes from a part in
     * one group is carried over to the next, so that the parts as a whole keep their sizes too.
     */
    private static int[][] quotas(int[] sizes, double[] fractions) {
        int unused = PARTS.length; // a fourth part for the rows beyond the fractions
        double[] shares = Arrays.copyOf(fractions, PARTS.length + 1);
        shares[unused] = Math.max(0, 1 - Arrays.stream(fractions).sum());
        double[] owed = new double[shares.length];
        int[][] quotas = new int[sizes.length][shares.length];
        for (int g = 0; g < sizes.length; g++) {
            int left = sizes[g];
            boolean[] fractional = new boolean[shares.length];
            for (int part = 0; part < shares.length; part++) {
                double exact = sizes[g] * shares[part];
                quotas[g][part] = (int) Math.floor(exact + ROUNDING);
                fractional[part] = exact - quotas[g][part] > ROUNDING;
                owed[part] += exact - quotas[g][part];
                left -= quotas[g][part];
            }
            for (; left > 0; left--) {
                int most = mostOwed(owed, fractional);
                quotas[g][most]++;
                owed[most]--;
                fractional[most] = false;
            }
            keepOneForTraining(quotas[g]);
        }
        return quotas;
    }

    private static int mostOwed(double[] owed, boolean[] candidate) {
        int most = -1;
        for (int part = 0; part < owed.length; part++) {
            if (candidate[part] && (most < 0 || owed[part] > owed[most] + ROUNDING)) {
                most = part;
            }
        }
        return most < 0 ? 0 : most;
    }

    /** A class that is never trained on can only be got wrong. */
    private static void keepOneForTraining(int[] quota) {
        int largest = 0;
        for (int part = 1; part < quota.length; part++) {
            largest = quota[part] > quota[largest] ? part : largest;
        }
        if (quota[0] == 0 && quota[largest] > 0) {
            quota[largest]--;
            quota[0]++;
        }
    }
}
