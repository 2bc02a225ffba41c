package nursery.bench;

import java.util.Locale;

/** Seconds of a {@code Trainer.fit} of one step in a JVM that has only made the net and the rows. Usage: FirstStep a */
public final class FirstStep {
    private FirstStep() {}

    public static void main(String[] args) {
        Workload workload = Workload.of(args[0].charAt(0));
        var data = workload.rows(workload.trainer().batchSize()).split(1, 0, 0);
        long start = System.nanoTime();
        workload.trainer().maxSteps(1).fit(workload.net(), data);
        System.out.printf(Locale.ROOT, "first-%s %.3f%n", args[0], Timing.since(start));
    }
}
