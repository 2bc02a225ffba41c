package nursery.bench.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What monitoring adds to the time of {@code fit}: trains healthy programs with the usual and with every statistic in
 * turns, so that both meet the same machine, and prints the median ratio of each round's times. Usage: Overhead [ROUNDS]
 */
public final class Overhead {
    private static final int ROUNDS = 9;
    private static final List<String> PROGRAMS =
            List.of("P1 spiral", "P3 MNIST", "P3 MNIST, batch norm and dropout", "P5 LeNet");

    private Overhead() {}

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        System.out.println("| program | seconds | monitor(full()) adds (lowest to highest) | at most |");
        System.out.println("|---|---|---|---|");
        for (Healthy program : Tuning.suite().healthy()) {
            if (PROGRAMS.contains(program.name())) {
                measure(program, rounds);
            }
        }
    }

    private static void measure(Healthy program, int rounds) {
        Setup setup = program.at().apply(1);
        double[][] seconds = new double[Monitoring.values().length][rounds];
        for (int round = -1; round < rounds; round++) { // one to warm up
            for (Monitoring much : Monitoring.values()) {
                long start = System.nanoTime();
                setup.trainer(much::of).fit();
                seconds[much.ordinal()][Math.max(0, round)] = (System.nanoTime() - start) * 1e-9;
            }
        }
        double[] bare = seconds[Monitoring.USUAL.ordinal()];
        double[] added = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            added[round] = seconds[Monitoring.ALL.ordinal()][round] / bare[round] - 1;
        }
        Arrays.sort(added);
        double median = added[rounds / 2];
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.1f %% (%.1f to %.1f) | %.0f %% %s |%n",
                program.name(),
                Statistics.mean(bare),
                100 * median,
                100 * added[0],
                100 * added[rounds - 1],
                100 * Monitoring.ALLOWED,
                median <= Monitoring.ALLOWED ? "met" : "**not met**");
    }
}
