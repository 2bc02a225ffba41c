package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import nursery.Model;
import nursery.Net;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.WarmUp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
class WarmImageStepTest {
    /** What is around a vector is made an object until the compiler has seen it often. */
    private static final int COLD = 30_000;

    private static final int QUIET = 50;
    private static final Net NET = Net.input(2, 9, 7)
            .conv(5, 3)
            .relu()
            .conv(6, 3)
            .batchNorm()
            .relu()
            .maxPool(2)
            .flatten()
            .dense(9)
            .batchNorm()
            .relu()
            .dropout(0.3)
            .dense(4);

    private final Model model = NET.init(1);
    private final Tensor x = Tensor.zeros(Shape.of(6, 2, 9, 7), Precision.FLOAT32);
    private final Tensor dy = Tensor.zeros(Shape.of(6, 4), Precision.FLOAT32);

    WarmImageStepTest() {
        x.fillNormal(new SplittableRandom(1), 0, 1);
        dy.fillNormal(new SplittableRandom(2), 0, 1);
    }

    private Chain chain() {
        return model.chain(NET.layers(), Arena.of(Precision.FLOAT32), Seed.of(4));
    }

    private void step(Chain chain, Tensor in, Tensor gradient) {
        chain.reset();
        chain.forward(in, true);
        chain.backward(gradient);
    }

    @Test
    void allocates_nothing() throws InterruptedException {
        WarmUp.await(); // plain loops never allocate
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Chain chain = chain();
        Tensor in = x.in(chain.arena());
        Tensor gradient = dy.in(chain.arena());
        int quiet = 0;
        for (int i = 0; i < COLD && quiet < QUIET; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            step(chain, in, gradient);
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
        }
        assertThat(quiet).as("steps in a row that allocate nothing").isEqualTo(QUIET);
    }

    @Test
    void has_the_same_bits_when_cold_and_when_warm() throws InterruptedException {
        float[][] cold = gradients();
        WarmUp.await();
        for (int i = 0; i < 1000; i++) {
            gradients();
        }
        assertThat(gradients()).isDeepEqualTo(cold);
    }

    private float[][] gradients() {
        Chain chain = chain();
        step(chain, x.in(chain.arena()), dy.in(chain.arena()));
        float[][] all = new float[chain.learned().size()][];
        for (int i = 0; i < all.length; i++) {
            double[] g = chain.gradient(i).toDoubles();
            all[i] = new float[g.length];
            for (int j = 0; j < g.length; j++) {
                all[i][j] = (float) g[j];
            }
        }
        return all;
    }
}
