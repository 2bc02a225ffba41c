package nursery.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matrix products in the shapes of the comparison's workloads, in microseconds. {@code 100x3072x50 NN} is [100, 3072] ·
 * [3072, 50]: 2 · 100 · 3072 · 50 operations; T marks an operand that is transposed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class ProductBenchmark {

    /** Rows, inner dimension, columns, and which operand is transposed. */
    @Param({
        "1024x1024x1024 NN",
        "256x256x256 NN",
        "100x3072x50 NN",
        "3072x100x50 TN",
        "100x50x3072 NT",
        "100x3072x100 NN",
        "3072x100x100 TN",
        "100x100x100 NN",
        "100x100x100 TN",
        "100x100x100 NT",
        "128x784x256 NN",
        "784x128x256 TN",
        "128x128x10 NN",
        "256x512x512 NN",
        "16x4096x4096 NN",
        "32x27x51200 NN",
        "64x288x12800 NN"
    })
    public String shape = "";

    /** How many threads share a product. */
    @Param({"1", "2"})
    public int threads;

    private Workers workers = Workers.of(1);
    private Arena arena = Arena.of(Precision.FLOAT32);
    private Tensor a = Tensor.zeros(Shape.of(0), Precision.FLOAT32);
    private Tensor b = Tensor.zeros(Shape.of(0), Precision.FLOAT32);
    private char kind;

    /** Draws the operands. */
    @Setup
    public void draw() {
        String[] parts = shape.split("[x ]");
        int m = Integer.parseInt(parts[0]);
        int k = Integer.parseInt(parts[1]);
        int n = Integer.parseInt(parts[2]);
        kind = parts[3].equals("TN") ? 'A' : parts[3].equals("NT") ? 'B' : 'N';
        workers = Workers.of(threads);
        arena = Arena.of(Precision.FLOAT32, workers);
        a = normal(kind == 'A' ? Shape.of(k, m) : Shape.of(m, k)).in(arena);
        b = normal(kind == 'B' ? Shape.of(n, k) : Shape.of(k, n));
    }

    private static Tensor normal(Shape shape) {
        Tensor t = Tensor.zeros(shape, Precision.FLOAT32);
        t.fillNormal(new SplittableRandom(1), 0, 1);
        return t;
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** The product. */
    @Benchmark
    public Tensor product() {
        arena.reset();
        return kind == 'A' ? a.transposeMatmul(b) : kind == 'B' ? a.matmulTranspose(b) : a.matmul(b);
    }
}
