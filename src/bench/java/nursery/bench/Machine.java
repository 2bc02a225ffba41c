package nursery.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What the machine can do at best: the roof over every kernel. */
final class Machine {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int REGISTERS = 12; // enough chains to hide the latency of an fma
    private static final int REPEATS = 1_000_000;
    private static final int ROUNDS = 40;
    private static final int INTS = 64 << 20; // 256 MB, more than any cache

    private static volatile double sink; // so that nothing is left out as unused

    private Machine() {}

    /** The best rate of fused multiply-adds on registers, in 10^9 operations per second, all threads together. */
    static double gigaflops(int threads) {
        return best(threads, () -> {
            sink = fmas(REPEATS);
            return 2e-9 * LANES.length() * REGISTERS * REPEATS;
        });
    }

    /** The best rate of reading memory in order, in 10^9 bytes per second, all threads together. */
    static double gigabytes(int threads) {
        int[][] memory = new int[threads][INTS / threads];
        for (int[] part : memory) {
            Arrays.fill(part, 1);
        }
        return IntStream.range(0, ROUNDS / 4)
                .mapToDouble(round -> {
                    long start = System.nanoTime();
                    together(threads, i -> sink = sum(memory[i]));
                    return 4e-9 * INTS / Timing.since(start);
                })
                .max()
                .orElseThrow();
    }

    private static double best(int threads, DoubleSupplier work) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] done = new double[threads];
            long start = System.nanoTime();
            together(threads, i -> done[i] = work.getAsDouble());
            best = Math.max(best, Arrays.stream(done).sum() / Timing.since(start));
        }
        return best;
    }

    private static void together(int threads, IntConsumer work) {
        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.length; i++) {
            int part = i + 1;
            others[i] = new Thread(() -> work.accept(part));
            others[i].start();
        }
        work.accept(0);
        for (Thread other : others) {
            join(other);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private static float fmas(int repeats) {
        FloatVector a = FloatVector.broadcast(LANES, 0.999f);
        FloatVector b = FloatVector.broadcast(LANES, 0.001f);
        FloatVector r0 = a, r1 = a, r2 = a, r3 = a, r4 = a, r5 = a, r6 = a, r7 = a, r8 = a, r9 = a, r10 = a, r11 = a;
        for (int i = 0; i < repeats; i++) {
            r0 = r0.fma(a, b);
            r1 = r1.fma(a, b);
            r2 = r2.fma(a, b);
            r3 = r3.fma(a, b);
            r4 = r4.fma(a, b);
            r5 = r5.fma(a, b);
            r6 = r6.fma(a, b);
            r7 = r7.fma(a, b);
            r8 = r8.fma(a, b);
            r9 = r9.fma(a, b);
            r10 = r10.fma(a, b);
            r11 = r11.fma(a, b);
        }
        FloatVector left = r0.add(r1).add(r2).add(r3).add(r4).add(r5);
        return left.add(r6).add(r7).add(r8).add(r9).add(r10).add(r11).lane(0);
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
