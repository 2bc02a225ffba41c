package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellGuardTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    @AfterEach
    void over() {
        CellGuard.leave();
        CellGuard.end();
    }

    /** A thread that an earlier cell has left behind, say. */
    @Test
    void aLoopOfAnotherThreadDoesNotLoseAnInterruptBetweenTwoStatements() throws InterruptedException {
        CellGuard.begin();
        CellGuard.interrupt();
        Thread other = new Thread(CellGuard::poll);
        other.start();
        other.join();
        CellGuard.enter();

        long end = System.nanoTime() + PATIENCE_NANOS;
        assertThatThrownBy(() -> {
                    while (System.nanoTime() - end < 0) {
                        CellGuard.poll();
                    }
                })
                .isInstanceOf(CellGuard.Interrupted.class);
    }

    @Test
    void anInterruptEndsWithItsCell() {
        CellGuard.begin();
        CellGuard.interrupt();
        CellGuard.end();
        CellGuard.enter();

        assertThat(Thread.interrupted()).isFalse();
    }
}
