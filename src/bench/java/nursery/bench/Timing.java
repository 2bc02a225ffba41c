package nursery.bench;

import java.util.Arrays;

/** How long a call takes when it is warm. */
final class Timing {
    private static final double WARM_UP = 4; // the garbage collector marks the new weights, loops are compiled
    private static final double ROUND = 0.25;
    private static final int ROUNDS = 9;

    private Timing() {}

    /** The median over rounds of a quarter of a second, after four seconds of warm-up. */
    static double medianSeconds(Runnable call) {
        int calls = 0;
        long start = System.nanoTime();
        while (since(start) < WARM_UP || calls < 3) {
            call.run();
            calls++;
        }
        int repeats = (int) Math.max(1, ROUND * calls / since(start));
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            for (int j = 0; j < repeats; j++) {
                call.run();
            }
            seconds[i] = since(begin) / repeats;
        }
        return median(seconds);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Seconds since {@code start}, a reading of {@link System#nanoTime()}. */
    static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
