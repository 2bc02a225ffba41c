package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the flag of a cell's thread is set. */
class CellGuardTest {

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
}
