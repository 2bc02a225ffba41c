package nursery.search;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jobs that are independent of each other, several at a time, begun in order. */
final class Jobs {
    private static final int GRACE_SECONDS = 10;

    private Jobs() {}

    /**
     * Does each job on one of so many threads, and hands what comes of it to {@code done} on the calling thread, in the order
     * of their ends. An interrupt of the calling thread interrupts them; a job that returns null was interrupted.
     *
     * @return whether all ended in their own time; the mark of an interrupt is taken away
     */
    static <T, R> boolean run(List<T> jobs, int threads, Function<T, @Nullable R> job, Consumer<R> done) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Jobs::thread);
        CompletionService<@Nullable R> ends = new ExecutorCompletionService<>(pool);
        int waiting = 0;
        try {
            for (T one : jobs) {
                ends.submit(() -> job.apply(one));
                waiting++;
            }
            for (; waiting > 0; waiting--) {
                hand(ends.take(), done);
            }
            return true;
        } catch (InterruptedException e) {
            pool.shutdownNow();
            finishQuickly(pool);
            for (Future<@Nullable R> end = ends.poll(); end != null; end = ends.poll()) {
                hand(end, done);
            }
            return false;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "nursery-trial");
        thread.setDaemon(true);
        return thread;
    }

    private static void finishQuickly(ExecutorService pool) {
        try {
            pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            // the second interrupt does not wait for them
        }
    }

    private static <R> void hand(Future<@Nullable R> end, Consumer<R> done) {
        boolean interrupted = false;
        try {
            R result = end.get(); // over already
            if (result != null) {
                done.accept(result);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
