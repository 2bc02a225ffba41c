package nursery.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.training.Callback;
import nursery.training.History;

/**
 * Samples per second of the comparison's workloads through the public API: {@code Trainer.fit} with shuffling, history
 * and update ratios, and {@code model.predict}. Usage: Workloads THREADS [abcde]
 */
public final class Workloads {
    private static final int BATCHES = 40;
    private static final int EPOCHS = 24;
    private static final double SECONDS = 6;

    private Workloads() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        for (char w : (args.length > 1 ? args[1] : "abcde").toCharArray()) {
            System.out.printf(Locale.ROOT, "%s %.0f%n", w, samplesPerSecond(w, threads));
        }
    }

    private static double samplesPerSecond(char workload, int threads) {
        Net in3072 = Net.input(3072);
        return switch (workload) {
            case 'a' -> fit(in3072.dense(50).relu().dense(10).softmax(), Trainer.momentum(1e-4), 100, threads);
            case 'b' -> fit(batchNormed(in3072), Trainer.adam(1e-4), 100, threads);
            case 'c' ->
                fit(
                        Net.input(784)
                                .dense(256)
                                .relu()
                                .dense(128)
                                .relu()
                                .dense(10)
                                .softmax(),
                        Trainer.adam(1e-4),
                        128,
                        threads);
            case 'd' -> predict(threads);
            case 'e' -> fit(convolutional(), Trainer.adam(1e-4), 50, threads);
            default -> throw new IllegalArgumentException("expected workloads out of abcde, received " + workload);
        };
    }

    private static Net batchNormed(Net input) {
        Net net = input;
        for (int i = 0; i < 5; i++) {
            net = net.dense(100).batchNorm().relu();
        }
        return net.dense(10).softmax();
    }

    private static Net convolutional() {
        return Net.input(3, 32, 32)
                .conv(32, 3)
                .relu()
                .conv(32, 3)
                .relu()
                .maxPool(2)
                .flatten()
                .dense(100)
                .relu()
                .dense(10)
                .softmax();
    }

    /** The median over the epochs of a training, after the first quarter. */
    private static double fit(Net net, Trainer trainer, int batch, int threads) {
        Dataset data = random(net.inputShape(), batch * BATCHES);
        Clock clock = new Clock();
        trainer.batchSize(batch)
                .epochs(100_000)
                .threads(threads)
                .callback(clock)
                .fit(net, data.split(1, 0, 0));
        return batch * BATCHES / clock.medianSeconds();
    }

    private static double predict(int threads) {
        Net net = Net.input(4096);
        for (int i = 0; i < 6; i++) {
            net = net.dense(4096).tanh();
        }
        Model model = net.init(1);
        Tensor x = normal(Shape.of(4096), 16);
        double[] seconds = new double[40];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            model.predict(x);
            seconds[i] = (System.nanoTime() - start) * 1e-9;
        }
        return 16 / median(Arrays.copyOfRange(seconds, 10, seconds.length));
    }

    private static Dataset random(Shape row, int rows) {
        return Dataset.of(
                normal(row, rows), new SplittableRandom(1).ints(rows, 0, 10).toArray());
    }

    private static Tensor normal(Shape row, int rows) {
        Tensor x = Tensor.zeros(row.batch(rows), Precision.FLOAT32);
        x.fillNormal(new SplittableRandom(1), 0, 1);
        return x;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Notes when each epoch ends and stops when there are enough and the time is over. */
    private static final class Clock implements Callback {
        private final long start = System.nanoTime();
        private final List<Long> ends = new ArrayList<>(List.of(start));

        @Override
        public Optional<String> afterEpoch(History history) {
            ends.add(System.nanoTime());
            boolean over = ends.size() > EPOCHS / 4 && (System.nanoTime() - start) * 1e-9 > SECONDS;
            return over ? Optional.of("measured") : Optional.empty();
        }

        double medianSeconds() {
            double[] seconds = new double[ends.size() - 1];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = (ends.get(i + 1) - ends.get(i)) * 1e-9;
            }
            return median(Arrays.copyOfRange(seconds, seconds.length / 3, seconds.length));
        }
    }
}
