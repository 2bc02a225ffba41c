package nursery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nursery.Model;
import nursery.tensor.Tensor;
import nursery.training.Callback;
import nursery.training.History;

/**
 * Rows per second of the comparison's workloads through the public API: {@code Trainer.fit} with shuffling, history and
 * update ratios, and {@code model.predict}. Usage: Workloads THREADS [abcde]
 */
public final class Workloads {
    private static final double SECONDS = 5;

    private Workloads() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        for (char w : (args.length > 1 ? args[1] : "abcde").toCharArray()) {
            Workload workload = Workload.of(w);
            int batch = workload.trainer().batchSize();
            double rate = switch (w) {
                case 'd' -> predict(workload, batch);
                case 'e' -> fit(workload, batch * 10, threads); // ten batches last as long as hundreds of the others
                default -> fit(workload, batch * 40, threads);
            };
            System.out.printf(Locale.ROOT, "%s %.0f%n", w, rate);
        }
    }

    private static double fit(Workload workload, int rows, int threads) {
        Clock clock = new Clock();
        workload.trainer()
                .epochs(100_000)
                .threads(threads)
                .callback(clock)
                .fit(workload.net(), workload.rows(rows).split(1, 0, 0));
        return rows / clock.medianSeconds();
    }

    private static double predict(Workload workload, int rows) {
        Model model = workload.net().init(1);
        Tensor x = Workload.normal(workload.net().inputShape().batch(rows));
        return rows / Timing.medianSeconds(() -> model.predict(x));
    }

    /** Notes when each epoch ends and stops when the time is over. */
    private static final class Clock implements Callback {
        private final long start = System.nanoTime();
        private final List<Long> ends = new ArrayList<>(List.of(start));

        @Override
        public Optional<String> afterEpoch(History history) {
            ends.add(System.nanoTime());
            return (System.nanoTime() - start) * 1e-9 > SECONDS ? Optional.of("measured") : Optional.empty();
        }

        /** The median over the epochs after the first third. */
        double medianSeconds() {
            int epochs = ends.size() - 1;
            double[] seconds = new double[epochs - epochs / 3];
            for (int i = 0; i < seconds.length; i++) {
                int epoch = i + epochs / 3;
                seconds[i] = (ends.get(epoch + 1) - ends.get(epoch)) * 1e-9;
            }
            return Timing.median(seconds);
        }
    }
}
