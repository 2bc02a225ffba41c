package nursery.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Activations, sums and updates on a million numbers, [1000, 1000], in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class LoopBenchmark {
    private static final Shape MILLION = Shape.of(1000, 1000);

    private final Arena arena = Arena.of(Precision.FLOAT32);
    private final SplittableRandom random = new SplittableRandom(1);
    private final Tensor x = normal(MILLION).in(arena);
    private final Tensor y = normal(MILLION).in(arena);
    private final Tensor row = normal(Shape.of(1000));
    private final Tensor w = normal(MILLION);
    private final Tensor m = Tensor.zeros(MILLION, Precision.FLOAT32);
    private final Tensor v = Tensor.zeros(MILLION, Precision.FLOAT32);

    private Tensor normal(Shape shape) {
        Tensor t = Tensor.zeros(shape, Precision.FLOAT32);
        t.fillNormal(random, 0, 1);
        return t;
    }

    /** Hands out the same memory in every call. */
    @Setup(Level.Invocation)
    public void reset() {
        arena.reset();
    }

    /** max(0, x). */
    @Benchmark
    public Tensor relu() {
        return x.relu();
    }

    /** Its gradient. */
    @Benchmark
    public Tensor reluGradient() {
        return x.reluGradient(y);
    }

    /** tanh(x). */
    @Benchmark
    public Tensor tanh() {
        return x.tanh();
    }

    /** 1 / (1 + e^-x). */
    @Benchmark
    public Tensor sigmoid() {
        return x.sigmoid();
    }

    /** Softmax of rows of 1000. */
    @Benchmark
    public Tensor softmax() {
        return x.softmax();
    }

    /** A row added to every row. */
    @Benchmark
    public Tensor addRow() {
        return x.plus(row);
    }

    /** The sum of all rows. */
    @Benchmark
    public Tensor sumRows() {
        return x.sumRows();
    }

    /** An update by momentum. */
    @Benchmark
    public void momentum() {
        Updates.momentum(w, x, m, 1e-9, 0.9);
    }

    /** An update by Adam. */
    @Benchmark
    public void adam() {
        Updates.adam(w, x, m, v, 1e-9, 0.9, 0.999, 1e-8, 0.1, 0.001);
    }
}
