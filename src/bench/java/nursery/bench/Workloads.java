package nursery.bench;

import java.util.Locale;
import nursery.Model;
import nursery.tensor.Tensor;

/**
 * Rows per second of the comparison's workloads through the public API: {@code Trainer.fit} with shuffling, history and
 * update ratios, and {@code model.predict}. Usage: Workloads THREADS [abcde]
 */
public final class Workloads {
    private static final double SECONDS = 8; // the first half of the epochs warms up

    private Workloads() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        for (char w : (args.length > 1 ? args[1] : "abcde").toCharArray()) {
            Workload workload = Workload.of(w);
            int batch = workload.trainer().batchSize();
            double rate = switch (w) {
                case 'd' -> predict(workload, batch, threads);
                case 'e' -> fit(workload, batch * 10, threads); // ten batches last as long as hundreds of the others
                default -> fit(workload, batch * 40, threads);
            };
            System.out.printf(Locale.ROOT, "%s %.0f%n", w, rate);
        }
    }

    private static double fit(Workload workload, int rows, int threads) {
        return rows / workload.secondsPerEpoch(workload.rows(rows), threads, SECONDS);
    }

    private static double predict(Workload workload, int rows, int threads) {
        Model model = workload.net().init(1);
        Tensor x = Workload.normal(workload.net().inputShape().batch(rows));
        return rows / Timing.medianSeconds(() -> model.predict(x, threads));
    }
}
