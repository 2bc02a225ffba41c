package nursery.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.tensor.Shape;
import nursery.training.Callback;
import nursery.training.History;

/**
 * How the time of an epoch grows with rows, width and threads, what share of the machine's peak the products reach, and
 * how much memory a training holds. Batches of 128, Adam, random data; prints two tables in Markdown.
 */
public final class Scaling {
    private static final int BATCH = 128;
    private static final double SECONDS = 2;
    private static final double WARM_UP = 5; // until all loops are compiled
    private static final double MEGA = 1e6;

    private Scaling() {}

    public static void main(String[] args) {
        Workload workload = Workload.of('c');
        workload.secondsPerEpoch(workload.rows(BATCH), 2, WARM_UP);
        heldBytes(workload, workload.rows(BATCH)); // what the first training loads stays
        rows();
        widths();
    }

    private static void rows() {
        print(
                "| rows, 784-256-128-10 | seconds per epoch, 1 thread | 2 threads | rows per second, 1 thread | 2 threads |");
        print("|---|---|---|---|---|");
        Workload workload = Workload.of('c');
        for (int rows : List.of(1_000, 4_000, 16_000, 60_000)) {
            Dataset data = workload.rows(rows);
            double one = workload.secondsPerEpoch(data, 1, SECONDS);
            double two = workload.secondsPerEpoch(data, 2, SECONDS);
            print("| %,d | %.3f | %.3f | %,.0f | %,.0f |", rows, one, two, rows / one, rows / two);
        }
        print("");
    }

    private static void widths() {
        print("| width w, 784-w-w-10, 2,048 rows | seconds per epoch, 1 thread | 2 threads | speed-up"
                + " | products in GFLOP/s, 1 thread | of peak | 2 threads | of peak"
                + " | parameters, MB | activations, MB | training holds, MB | of both |");
        print("|---|---|---|---|---|---|---|---|---|---|---|---|");
        double peakOne = Machine.gigaflops(1);
        double peakTwo = Machine.gigaflops(2);
        for (int width : List.of(32, 128, 512, 1024, 2048, 4096)) {
            Net net = Net.input(784)
                    .dense(width)
                    .relu()
                    .dense(width)
                    .relu()
                    .dense(10)
                    .softmax();
            Workload workload = new Workload(net, Trainer.adam(1e-4).batchSize(BATCH));
            Dataset data = workload.rows(16 * BATCH);
            double one = workload.secondsPerEpoch(data, 1, SECONDS);
            double two = workload.secondsPerEpoch(data, 2, SECONDS);
            double productsOne = products(net, 1);
            double productsTwo = products(net, 2);
            double parameters = 4 * net.parameterCount() / MEGA;
            double activations =
                    4.0 * BATCH * net.shapes().stream().mapToInt(Shape::size).sum() / MEGA;
            double held = heldBytes(workload, data) / MEGA;
            print(
                    "| %d | %.4f | %.4f | %.2f | %.0f | %.0f %% | %.0f | %.0f %% | %.2f | %.2f | %.2f | %.1f |",
                    width,
                    one,
                    two,
                    one / two,
                    productsOne,
                    100 * productsOne / peakOne,
                    productsTwo,
                    100 * productsTwo / peakTwo,
                    parameters,
                    activations,
                    held,
                    held / (parameters + activations));
        }
        print("");
        print(
                "Adam holds four numbers for each parameter: itself, its gradient and two moments. Peak: %.0f GFLOP/s on one"
                        + " thread, %.0f on two.",
                peakOne, peakTwo);
    }

    private static double products(Net net, int threads) {
        try (StepProducts products = new StepProducts(net, BATCH, threads)) {
            return products.gigaflops();
        }
    }

    /** What the heap holds after the third step more than before the training, the data not counted. */
    private static double heldBytes(Workload workload, Dataset data) {
        var split = data.split(1, 0, 0);
        // the last training is remembered: let that be a small one
        new Workload(Net.input(784).dense(10).softmax(), workload.trainer()).secondsPerEpoch(data.take(BATCH), 1, 0);
        double before = usedBytes();
        double[] after = {0};
        Callback gauge = new Callback() {
            @Override
            public Optional<String> afterStep(History history) {
                if (history.steps() < 3) {
                    return Optional.empty();
                }
                after[0] = usedBytes();
                return Optional.of("measured");
            }
        };
        workload.trainer().threads(1).callback(gauge).fit(workload.net(), split);
        return after[0] - before;
    }

    private static double usedBytes() {
        System.gc();
        System.gc(); // what the first one only found
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String format, Object... args) {
        System.out.printf(Locale.ROOT, format + "%n", args);
    }
}
