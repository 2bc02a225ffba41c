package nursery.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import nursery.training.History;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of one training step of two nets of the lecture, through {@code Trainer.fit} with all that belongs to it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepBenchmark {
    private static final int BATCHES = 40;
    private static final int EPOCHS = 5;

    @Param({"3072-50-10", "784-256-128-10"})
    String net;

    @Param({"1", "2"})
    int threads;

    private Net spec;
    private Trainer trainer;
    private Split data;

    @Setup
    public void draw() {
        boolean small = net.startsWith("784");
        spec = small
                ? Net.input(784).dense(256).relu().dense(128).relu().dense(10).softmax()
                : Net.input(3072).dense(50).relu().dense(10).softmax();
        int batch = small ? 128 : 100;
        trainer = (small ? Trainer.adam(1e-4) : Trainer.momentum(1e-4))
                .batchSize(batch)
                .epochs(EPOCHS)
                .threads(threads);
        SplittableRandom random = new SplittableRandom(1);
        Tensor x = Tensor.zeros(spec.inputShape().batch(batch * BATCHES), Precision.FLOAT32);
        x.fillNormal(random, 0, 1);
        data = Dataset.of(x, random.ints(batch * BATCHES, 0, 10).toArray()).split(1, 0, 0);
    }

    @Benchmark
    @OperationsPerInvocation(BATCHES * EPOCHS)
    public History step() {
        return trainer.fit(spec, data);
    }
}
