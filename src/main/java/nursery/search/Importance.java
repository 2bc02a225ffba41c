package nursery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * How much of the differences between trials each hyperparameter alone explains: ε², the share of the variance of the trials'
 * ranks that lies between quarters of its range, or between its choices, less what chance would explain (Kelley 1935). Ranks
 * are used because losses of bad trials are of any size; diverged trials rank last.
 *
 * @param shares one for each hyperparameter, largest first
 */
public record Importance(List<Share> shares) implements Result {
    private static final int GROUPS = 4;

    /**
     * One hyperparameter.
     *
     * @param name its name
     * @param share from 0 to 1
     */
    public record Share(String name, double share) {}

    /** Copies the list. */
    public Importance {
        shares = List.copyOf(shares);
    }

    static Importance of(Space space, List<Trial> trials) {
        List<Trial> ranked = trials.stream()
                .filter(t -> t.outcome() != Outcome.FAILED)
                .sorted(Ranking.WORST_FIRST)
                .toList();
        List<Share> shares = new ArrayList<>();
        for (Axis axis : space.axes()) {
            shares.add(new Share(axis.name(), share(axis, ranked)));
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed());
        return new Importance(shares);
    }

    private static double share(Axis axis, List<Trial> ranked) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            Object value = ranked.get(rank).configuration().value(axis.name());
            groups.computeIfAbsent(group(axis, value), g -> new ArrayList<>()).add(rank);
        }
        int n = ranked.size();
        int k = groups.size();
        if (k < 2 || n <= k) {
            return 0;
        }
        double mean = (n - 1) / 2.0;
        double total = 0;
        for (int rank = 0; rank < n; rank++) {
            total += (rank - mean) * (rank - mean);
        }
        double between = 0;
        for (List<Integer> group : groups.values()) {
            double own = group.stream().mapToInt(r -> r).average().orElse(mean);
            between += group.size() * (own - mean) * (own - mean);
        }
        double chance = (k - 1) * (total - between) / (n - k);
        return Math.max(0, (between - chance) / total);
    }

    /** Choices are groups; ranges have four. */
    static int group(Axis axis, Object value) {
        return axis instanceof RangeAxis && axis.distinct() > GROUPS
                ? (int) Math.min(GROUPS - 1, Math.max(0, axis.position(value) * GROUPS))
                : (int) Math.round(axis.position(value) * 1000);
    }

    /** The share of one hyperparameter. */
    double of(String name) {
        return shares.stream()
                .filter(s -> s.name().equals(name))
                .mapToDouble(Share::share)
                .findFirst()
                .orElse(0);
    }

    /** One row for each hyperparameter: parameter, importance. */
    @Override
    public Table table() {
        return Rows.of("Importance", shares)
                .text("parameter", Share::name)
                .number("importance", Share::share)
                .table();
    }

    /** A bar for each hyperparameter. */
    @Override
    public Plot plot() {
        double[] heights = shares.stream().mapToDouble(Share::share).toArray();
        return Plot.of(Chart.of("Importance")
                .y("share of the differences")
                .rangeY(0, Math.max(0.1, Arrays.stream(heights).max().orElse(1)))
                .bars("importance", shares.stream().map(Share::name).toList(), heights));
    }

    /** A line for each hyperparameter. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Importance");
        shares.forEach(s -> text.append(String.format("%n  %-16s %s", s.name(), Numbers.format(s.share(), 2))));
        return text.toString();
    }
}
