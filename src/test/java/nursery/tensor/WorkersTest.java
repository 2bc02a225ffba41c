package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
class WorkersTest {
    @BeforeAll
    static void useVectors() throws InterruptedException {
        WarmUp.await();
    }

    /** Operations large enough to be shared, and what they give. */
    private static double[][] results(Workers workers) {
        Arena arena = Arena.of(Precision.FLOAT32, workers);
        SplittableRandom random = new SplittableRandom(3);
        Supplier<Tensor> wide = () -> normal(random, 130, 530).in(arena);
        Supplier<Tensor> tall = () -> normal(random, 530, 130).in(arena);
        Tensor w = wide.get().copy().in(arena);
        Tensor m = normal(random, 130, 530);
        Tensor v = m.times(m);
        Tensor large = normal(random, 2100, 1100);
        Updates.adam(w, wide.get(), m, v, 0.1, 0.9, 0.999, 1e-8, 0.1, 0.001);
        return new double[][] {
            wide.get().matmul(tall.get()).toDoubles(),
            wide.get().transposeMatmul(normal(random, 130, 77)).toDoubles(),
            wide.get().transposeMatmul(normal(random, 130, 65)).toDoubles(), // with a tail
            normal(random, 16, 2100).in(arena).matmul(large).toDoubles(), // a stream for each thread
            tall.get().matmulTranspose(normal(random, 301, 130)).toDoubles(),
            wide.get().affine(tall.get(), normal(random, 130)).toDoubles(),
            wide.get().plus(normal(random, 530)).tanh().toDoubles(),
            w.toDoubles(),
            m.toDoubles(),
            v.toDoubles()
        };
    }

    private static Tensor normal(SplittableRandom random, int... dims) {
        Tensor t = Tensor.zeros(Shape.of(dims), Precision.FLOAT32);
        t.fillNormal(random, 0, 1);
        return t;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void any_number_of_threads_gives_the_same_bits(int threads) {
        double[][] alone = results(Workers.of(1));
        try (Workers workers = Workers.of(threads)) {
            assertThat(workers.threads()).isEqualTo(threads);
            for (int round = 0; round < 20; round++) {
                assertThat(results(workers)).isDeepEqualTo(alone);
            }
        }
    }

    @Test
    void every_part_runs_once_in_every_round() {
        int[] runs = new int[3];
        try (Workers workers = Workers.of(3)) {
            for (int round = 0; round < 10_000; round++) {
                workers.run((part, parts) -> runs[part] += parts);
            }
        }
        assertThat(runs).containsOnly(30_000);
    }

    @Test
    void threads_are_daemons_that_end_with_close() throws InterruptedException {
        Set<Thread> helpers = ConcurrentHashMap.newKeySet();
        try (Workers workers = Workers.of(2)) {
            while (helpers.isEmpty()) {
                workers.run((part, parts) -> {
                    if (Thread.currentThread().getName().startsWith("nursery-worker")) {
                        helpers.add(Thread.currentThread());
                    }
                });
            }
        }
        Thread helper = helpers.iterator().next();
        assertThat(helper.isDaemon()).isTrue();
        helper.join(10_000);
        assertThat(helper.isAlive()).isFalse();
    }

    @Test
    void the_calling_thread_works_alone_after_close() {
        Workers workers = Workers.of(2);
        workers.close();
        int[] runs = new int[1];
        workers.run((part, parts) -> runs[0] += parts);
        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void a_failure_of_a_worker_reaches_the_caller() {
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.run((part, parts) -> {
                        if (part == 1) {
                            throw new IllegalArgumentException("expected something else");
                        }
                    }))
                    .hasMessageContaining("expected something else");
            int[] runs = new int[2];
            workers.run((part, parts) -> runs[part]++);
            assertThat(runs).containsOnly(1);
        }
    }

    @Test
    void an_interrupted_thread_still_gets_its_results() {
        double[][] alone = results(Workers.of(1));
        Thread.currentThread().interrupt();
        try (Workers workers = Workers.of(2)) {
            assertThat(results(workers)).isDeepEqualTo(alone);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void there_is_at_least_one_thread() {
        assertThatThrownBy(() -> Workers.of(0)).hasMessage("expected at least 1 thread, received 0");
    }

    @Test
    void a_property_sets_how_many_threads_are_usual() {
        try {
            System.setProperty("nursery.threads", "3");
            assertThat(Workers.usual()).isEqualTo(3);
            System.setProperty("nursery.threads", "none");
            assertThatThrownBy(Workers::usual)
                    .hasMessage("expected a whole number of threads, at least 1, in -Dnursery.threads or"
                            + " NURSERY_THREADS, received 'none'; correct or unset it");
        } finally {
            System.clearProperty("nursery.threads");
        }
    }
}
