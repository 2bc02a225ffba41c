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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warm step through every layer that is put together from tensor operations allocates nothing. */
@Tag("engine")
class WarmLayersTest {
    /** Loops on the Vector API allocate until they are compiled, which takes the compiler its time. */
    private static final int COLD = 1_000_000;

    private static final int QUIET = 50;

    private static Net net(String kind) {
        return switch (kind) {
            case "flat" ->
                Net.input(20)
                        .dense(12)
                        .leakyRelu()
                        .residual(b -> b.dense(9).elu().dropConnect(12, 0.2))
                        .prelu()
                        .maxout(11)
                        .layerNorm()
                        .rrelu()
                        .dense(10)
                        .gelu()
                        .vanillaDropout(0.3)
                        .dense(9)
                        .silu()
                        .dense(8)
                        .softplus();
            case "images" ->
                Net.input(2, 9, 7)
                        .conv(5, 1)
                        .conv(5, 3, 1, 2, 2)
                        .avgPool(2)
                        .residual(b -> b.conv(5, 3).batchNorm().relu())
                        .globalAvgPool();
            default -> Net.input(6).embedding(30, 4).flatten().dense(3);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "images", "words"})
    void allocates_nothing(String kind) {
        Net net = net(kind);
        Model model = net.init(1);
        Chain chain = model.chain(net.layers(), Arena.of(Precision.FLOAT32), Seed.of(4));
        Tensor x = Tensor.zeros(net.inputShape().batch(6), Precision.FLOAT32);
        if (!kind.equals("words")) {
            x.fillNormal(new SplittableRandom(1), 0, 1);
        }
        Tensor in = x.in(chain.arena());
        Shape out = net.outputShape().batch(6);
        Tensor gradient = Tensor.zeros(out, Precision.FLOAT32).in(chain.arena());
        gradient.fill(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int quiet = 0;
        for (int i = 0; i < COLD && quiet < QUIET; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            chain.reset();
            chain.forward(in, true);
            chain.backward(gradient);
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
        }
        assertThat(quiet).as("steps in a row that allocate nothing").isEqualTo(QUIET);
    }
}
