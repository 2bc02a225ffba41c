package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the flag of a cell's thread is set. */
class CellGuardTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    @BeforeEach
    void begin() {
        CellGuard.begin();
    }

    @AfterEach
    void end() {
        CellGuard.end();
    }

    @Test
    void an_interrupt_between_two_statements_waits_for_the_next() {
        CellGuard.enter();
        CellGuard.leave();
        CellGuard.interrupt();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        CellGuard.enter();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void a_flag_that_code_leaves_behind_waits_for_the_next_statement() {
        CellGuard.enter();
        CellGuard.interrupt();
        CellGuard.leave();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        CellGuard.enter();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void the_end_of_a_cell_takes_the_flag_away() {
        CellGuard.enter();
        CellGuard.interrupt();
        CellGuard.end();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void nor_does_code_that_runs_after_the_cell_find_it() {
        CellGuard.interrupt();
        CellGuard.end();

        CellGuard.enter();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** A thread that an earlier cell has left behind, say. */
    @Test
    void a_loop_of_another_thread_does_not_lose_an_interrupt_between_two_statements() throws InterruptedException {
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
}
