package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("engine")
class KernelAllocationTest {
    @BeforeAll
    static void useVectors() throws InterruptedException {
        WarmUp.await();
    }

    private static final int MOST_STEPS = 200_000;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Every kind of kernel once, on shapes with rests and on a view with an offset. */
    private static void step(Arena arena, Tensor x, Tensor w, Tensor b, Tensor m, Tensor v) {
        arena.reset();
        Tensor y = x.affine(w, b);
        Tensor h = y.tanh().relu().sigmoid().plus(b);
        Tensor p = arena.next(y.shape());
        Tensor dy = arena.next(y.shape());
        Losses.softmaxCrossEntropy(h, h, p, dy);
        Tensor dx = dy.reluGradient(y).matmulTranspose(w);
        Updates.adam(w, x.transposeMatmul(dy), m, v, 1e-9, 0.9, 0.999, 1e-8, 0.1, 0.001);
        Updates.momentum(b, dy.sumRows(), b, 1e-9, 0.9);
        if (Double.isNaN(dx.sum() + dx.norm())) {
            throw new AssertionError();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 7", "2, 83"})
    void warm_kernels_allocate_nothing(int count, int batch) {
        SplittableRandom random = new SplittableRandom(1);
        try (Workers workers = Workers.of(count)) {
            Arena arena = Arena.of(Precision.FLOAT32, workers);
            Tensor rows = normal(random, batch + 2, 2 * batch + 4);
            Tensor x = rows.rows(2, batch + 2).in(arena);
            Tensor w = normal(random, x.columns(), 3 * batch).in(arena);
            Tensor b = normal(random, w.columns()).in(arena);
            Tensor m = normal(random, w.rows(), w.columns());
            Tensor v = m.times(m);
            // compiled code comes when the compiler has time for it; a step that allocates would do so every time
            long least = Long.MAX_VALUE;
            for (int i = 0; i < MOST_STEPS && least > 0; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                step(arena, x, w, b, m, v);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isZero();
        }
    }

    private static Tensor normal(SplittableRandom random, int... dims) {
        Tensor t = Tensor.zeros(Shape.of(dims), Precision.FLOAT32);
        t.fillNormal(random, 0, 1);
        return t;
    }
}
