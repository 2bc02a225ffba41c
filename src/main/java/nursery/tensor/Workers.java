package nursery.tensor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the work of one operation: made once for a training or a prediction, closed after it. They only
 * ever share out the numbers of a result, never the terms of a sum, so the bits are the same for any number of threads.
 *
 * <pre>{@code
 * try (Workers workers = Workers.of(2)) {
 *     Arena arena = Arena.of(Precision.FLOAT32, workers);
 *     ...
 * }
 * }</pre>
 *
 * <p>One thread at a time may use them. Between operations they wait, for a moment awake, then asleep.
 */
public final class Workers implements AutoCloseable {
    private static final Workers ONE = new Workers(1);
    private static final int SPINS =
            20_000; // hundreds of microseconds: asleep, a thread wakes too late for a step's next product

    private static final long WORTH_STARTING = 50_000_000; // multiply-adds, a few milliseconds

    /** Numbers below which a second thread does not pay. */
    private static final int WORTH_SHARING = 1 << 16;

    private final Thread[] helpers;

    /** The number of the round in the upper half, and the next part that nobody has taken in the lower. */
    private final AtomicLong next = new AtomicLong();

    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable Thread waiting;
    private volatile @Nullable Throwable failure;
    private @Nullable Task task; // written before a round begins, read within it

    /** Work that can be shared: part 0 to parts - 1, each of other numbers of the result. */
    interface Task {
        void run(int part, int parts);
    }

    private Workers(int threads) {
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(this::help, "nursery-worker-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /**
     * As many threads, the calling one included.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("expected at least 1 thread, received " + threads);
        }
        return threads == 1 ? ONE : new Workers(threads);
    }

    /**
     * The number in {@code -Dnursery.threads} or the variable {@code NURSERY_THREADS}; without it, how many threads pay
     * in general: two, for more rarely share out the steps of a small net well, or one where there is one processor.
     *
     * @throws IllegalArgumentException if the number that is set is not a whole one of at least 1
     */
    public static int usual() {
        String set = System.getProperty("nursery.threads", System.getenv().getOrDefault("NURSERY_THREADS", ""));
        if (set.isBlank()) {
            return Math.min(2, Runtime.getRuntime().availableProcessors());
        }
        if (!set.strip().matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("expected a whole number of threads, at least 1, in -Dnursery.threads or"
                    + " NURSERY_THREADS, received '" + set + "'; correct or unset it");
        }
        return Integer.parseInt(set.strip());
    }

    /** The {@linkplain #usual usual} number of threads for work that is long enough to start them, else one. */
    public static Workers forWork(long multiplyAdds) {
        return of(multiplyAdds >= WORTH_STARTING ? usual() : 1);
    }

    /** How many threads share the work, the calling one included. */
    public int threads() {
        return helpers.length + 1;
    }

    /** Ends the threads. Operations may still follow; the calling thread then works alone. */
    @Override
    public void close() {
        if (helpers.length > 0) {
            closed = true;
            for (Thread helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
    }

    /** Runs {@code work} on {@code numbers} numbers; the calling thread alone does so when others would not pay. */
    void run(Task work, int numbers) {
        if (numbers >= WORTH_SHARING) {
            run(work);
        } else {
            work.run(0, 1);
        }
    }

    /**
     * Runs all parts of {@code work} and returns when the last is done. A part goes to the next thread that is free, so
     * a thread that the machine keeps waiting holds nobody up: the calling thread does its part too.
     */
    void run(Task work) {
        if (helpers.length == 0 || closed) {
            work.run(0, 1);
            return;
        }
        task = work;
        unfinished.set(threads());
        int round = round(next.get()) + 1;
        next.set((long) round << Integer.SIZE);
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        takeParts(round);
        awaitOthers();
        task = null;
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    private static int round(long state) {
        return (int) (state >>> Integer.SIZE);
    }

    private void takeParts(int round) {
        long state = next.get();
        while (round(state) == round && (int) state < threads()) {
            if (next.compareAndSet(state, state + 1)) {
                run((int) state);
            }
            state = next.get();
        }
    }

    private void run(int part) {
        try {
            Task work = task;
            if (work != null) {
                work.run(part, threads());
            }
        } catch (RuntimeException | Error e) { // handed to the calling thread
            failure = e;
        } finally {
            if (unfinished.decrementAndGet() == 0) {
                Thread sleeper = waiting;
                if (sleeper != null) {
                    LockSupport.unpark(sleeper);
                }
            }
        }
    }

    private void awaitOthers() {
        for (int i = 0; unfinished.get() > 0; i++) {
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                waiting = Thread.currentThread();
                if (unfinished.get() > 0) {
                    LockSupport.park(this); // returns at once when the thread is interrupted: then this spins
                }
            }
        }
        waiting = null;
    }

    private void help() {
        int seen = 0;
        while (true) {
            for (int i = 0; round(next.get()) == seen; i++) {
                if (closed) {
                    return;
                } else if (i < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            seen = round(next.get());
            takeParts(seen);
        }
    }
}
