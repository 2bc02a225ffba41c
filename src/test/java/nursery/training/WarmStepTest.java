package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
class WarmStepTest {
    /**
     * How many of the 100 steps may allocate: the runtime does now and then, when it links or compiles a call; a step of
     * ours would always. Before they are compiled, loops on the Vector API allocate a vector for each operation, so the
     * steps that count come after some thousands.
     */
    private static final int ONCE = 3;

    /** Notes how many bytes the thread had allocated after each step. */
    private static final class Allocations implements Callback {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long[] bytes = new long[6000];
        private int steps;

        @Override
        public Optional<String> afterStep(History history) {
            bytes[steps++] = threads.getCurrentThreadAllocatedBytes();
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "nesterov", "adam"})
    void allocates_nothing(String optimizer) {
        Trainer trainer = switch (optimizer) {
            case "sgd" -> Trainer.sgd(0.01);
            case "momentum" -> Trainer.momentum(0.01);
            case "nesterov" -> Trainer.nesterov(0.01);
            default -> Trainer.adam(0.001);
        };
        Allocations seen = new Allocations();
        Net net = Net.input(20)
                .dense(16)
                .relu()
                .dense(16)
                .tanh()
                .dense(16)
                .sigmoid()
                .dense(3)
                .softmax()
                .l2(1e-4);
        trainer.batchSize(10)
                .epochs(20)
                .callback(seen)
                .fit(net, TestData.blobs(3, 20, 1000, 1).split(1, 0, 0));

        assertThat(allocating(seen, seen.steps - 100, 1)).isLessThanOrEqualTo(ONCE);
    }

    @Test
    void a_shorter_last_batch_makes_no_new_buffers() {
        Allocations seen = new Allocations();
        Net net = Net.input(20).dense(16).relu().dense(3).softmax();
        // 96 rows in batches of 64: full and short batches take turns
        Trainer.sgd(0.01)
                .batchSize(64)
                .epochs(3000)
                .callback(seen)
                .fit(net, TestData.blobs(3, 20, 32, 1).split(1, 0, 0));

        assertThat(allocating(seen, seen.steps - 199, 2)).isLessThanOrEqualTo(ONCE);
    }

    /** How many of the steps from {@code first} on allocated. */
    private static int allocating(Allocations seen, int first, int stride) {
        int count = 0;
        for (int i = first; i < seen.steps; i += stride) {
            count += seen.bytes[i] == seen.bytes[i - 1] ? 0 : 1;
        }
        return count;
    }
}
