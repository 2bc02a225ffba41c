package nursery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of ratios of compare.sh in Markdown. Its input has lines {@code round who threads what value}; a ratio
 * compares values of the same round, and the table shows the median over the rounds. Usage: ComparisonTable FILE
 */
public final class ComparisonTable {
    private static final double NONE = Double.NaN;
    private static final String LINE = "| %s | %s | %s | %s | %s | %s |%n";

    /** who, threads and what, to the value of each round. */
    private final Map<String, Map<Integer, Double>> values = new TreeMap<>();

    private ComparisonTable(List<String> lines) {
        for (String line : lines) {
            String[] f = line.split(" ");
            values.computeIfAbsent(f[1] + " " + f[2] + " " + f[3], key -> new TreeMap<>())
                    .put(Integer.parseInt(f[0]), Double.parseDouble(f[4]));
        }
    }

    public static void main(String[] args) throws IOException {
        new ComparisonTable(Files.readAllLines(Path.of(args[0]))).print();
    }

    private void print() {
        System.out.printf(LINE, "what", "Nursery", "the other", "ratio (lowest to highest)", "must", "goal");
        System.out.println("|---|---|---|---|---|---|");
        rates("PyTorch", "nursery", "pytorch", 1, each(1.6, 1.9, 1.6, 1.7, 1.0), each(2.0, 2.3, 1.9, 2.5, 1.3));
        rates("DJL", "nursery", "djl", 1, none(), each(2.5, 2.5, 2.0, 2.0, 1.5));
        rates("PyTorch", "nursery", "pytorch", 2, none(), none());
        rates("DJL", "nursery", "djl", 2, each(1.2, 2.0, 1.2, 0.9, 0.8), each(1.5, 2.5, 1.5, 1.2, 1.2));
        rates("DL4J", "nursery", "dl4j", 1, each(5, 5, 5, 5, 5), none());
        rates("EJML's product, no Vector API", "nursery-plain", "ejml", 1, each(4, 4, 4, 4, 4), none());
        rates("JDK 17 to the newest", "nursery-jdk17", "nursery", 1, each(0.9, 0.9, 0.9, 0.9, 0.9), none());
        times(1);
        times(2);
        for (String net : List.of("a", "b", "c", "e")) {
            limit("first step of " + net + " in a fresh JVM, seconds", "first-" + net, 0.5);
        }
        limit("Checklist.run, 784-100-10 on MNIST, seconds", "checklist", 15);
        limit("6 x 4096 drawn, 16 rows forward, seconds", "deep", 3);
        for (String net : List.of("a", "c", "e")) {
            share(
                    "products of a step of " + net + ", of the machine's peak, GFLOP/s",
                    "products-" + net,
                    "peak-" + net);
        }
        share("d's weights read, of the machine's bandwidth, GB/s", "weights-d", "bandwidth");
    }

    private static double[] each(double... ratios) {
        return ratios;
    }

    private static double[] none() {
        return each(NONE, NONE, NONE, NONE, NONE);
    }

    private void rates(String name, String who, String other, int threads, double[] must, double[] goal) {
        for (int i = 0; i < 5; i++) {
            String net = String.valueOf((char) ('a' + i));
            String what = net + ", " + threads + (threads == 1 ? " thread, " : " threads, ") + name;
            row(what, key(who, threads, net), key(other, threads, net), 1, must[i], goal[i]);
        }
    }

    private void times(int threads) {
        String what = "5 epochs of MNIST, start to end in seconds, " + threads + (threads == 1 ? " thread" : " threads")
                + ", PyTorch";
        row(what, key("nursery", threads, "mnist"), key("pytorch", threads, "mnist"), -1, 1.2, 1.5);
    }

    private void share(String what, String ours, String roof) {
        row(what, key("nursery", 1, ours), key("nursery", 1, roof), 1, NONE, NONE);
    }

    private static String key(String who, int threads, String what) {
        return who + " " + threads + " " + what;
    }

    /** Two measurements; {@code power} is 1 where more is better, -1 where less is. */
    private void row(String what, String ours, String theirs, int power, double must, double goal) {
        Map<Integer, Double> a = new TreeMap<>(values.getOrDefault(ours, Map.of()));
        Map<Integer, Double> b = new TreeMap<>(values.getOrDefault(theirs, Map.of()));
        a.keySet().retainAll(b.keySet());
        b.keySet().retainAll(a.keySet());
        List<Double> ratios = new ArrayList<>();
        a.forEach((round, value) -> ratios.add(Math.pow(value / b.getOrDefault(round, NONE), power)));
        if (!ratios.isEmpty()) {
            double ratio = median(ratios);
            String range = ratios.size() == 1
                    ? format("%.2f", ratio)
                    : format(
                            "%.2f (%.2f to %.2f)",
                            ratio,
                            ratios.stream().min(Double::compare).get(),
                            ratios.stream().max(Double::compare).get());
            System.out.printf(
                    LINE, what, number(a), number(b), range, mark(must, ratio >= must), mark(goal, ratio >= goal));
        }
    }

    private void limit(String what, String measured, double limit) {
        Map<Integer, Double> seconds = values.getOrDefault(key("nursery", 2, measured), Map.of());
        if (!seconds.isEmpty()) {
            String mark = "below " + mark(limit, median(seconds.values()) < limit);
            System.out.printf(LINE, what, number(seconds), "", "", mark, "");
        }
    }

    private static String mark(double limit, boolean met) {
        return Double.isNaN(limit) ? "" : format("%.1f ", limit) + (met ? "met" : "**not met**");
    }

    private static String number(Map<Integer, Double> rounds) {
        double value = median(rounds.values());
        return format(value >= 1000 ? "%,.0f" : value >= 100 ? "%.0f" : "%.2f", value);
    }

    private static double median(Iterable<Double> values) {
        List<Double> list = new ArrayList<>();
        values.forEach(list::add);
        return Timing.median(list.stream().mapToDouble(x -> x).toArray());
    }

    private static String format(String format, Object... args) {
        return String.format(Locale.ROOT, format, args);
    }
}
