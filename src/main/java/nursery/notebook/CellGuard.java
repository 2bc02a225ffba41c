package nursery.notebook;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the code of a cell calls without knowing it: {@link CellBytecode} puts {@link #poll()} into every loop and
 * method of a cell, and {@link #exit(int)} in the place of {@code System.exit}. Public only because cells call it.
 *
 * <p>The first interrupt is polite: it sets the flag of the cell's thread, so that whatever polls it (a training run,
 * a sleep) stops and the rest of the cell runs. A second one, or a flag that nobody has looked at for three seconds,
 * ends the cell at its next loop or call.
 *
 * <p>The flag is set only while the cell's own code runs. Between its statements the compiler works on the same thread,
 * and a compiler that reads its class files with the flag set can never read them again; an interrupt in that time waits
 * for the next statement.
 */
public final class CellGuard {

    private static final long GRACE_NANOS = 3_000_000_000L;

    private static @Nullable Thread cell;
    private static int interrupts;
    private static long since;
    private static volatile boolean alarm;
    private static boolean running; // the cell's own code, not the compiler
    private static boolean flagged; // the flag to set when it runs

    private CellGuard() {}

    /** The calling thread runs a cell from now on. */
    static synchronized void begin() {
        cell = Thread.currentThread();
        interrupts = 0;
        alarm = false;
        running = false;
        flagged = false;
    }

    /** Code of the cell runs from now on. */
    static synchronized void enter() {
        running = true;
        if (flagged) {
            flagged = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Code of the cell has run. */
    static synchronized void leave() {
        running = false;
        flagged = Thread.interrupted();
    }

    /** The cell is over: no interrupt reaches its thread any more. */
    static synchronized void end() {
        cell = null;
        alarm = false;
        flagged = false;
        Thread.interrupted();
    }

    /** Asks the running cell to stop; nothing happens where none runs. */
    static synchronized void interrupt() {
        if (cell != null) {
            interrupts++;
            since = System.nanoTime();
            alarm = true;
            if (running) {
                cell.interrupt();
            } else {
                flagged = true;
            }
        }
    }

    /** Does something that an interrupt would break, such as writing to a socket; the interrupt comes after it. */
    static synchronized <T> T undisturbed(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the cell when it was interrupted in earnest. */
    public static void poll() {
        if (alarm) {
            check();
        }
    }

    private static synchronized void check() {
        if (cell == null) {
            return;
        }
        if (interrupts > 1 || (cell.isInterrupted() && System.nanoTime() - since > GRACE_NANOS)) {
            throw new Interrupted();
        }
        // else somebody has looked at the flag and stopped: the rest of the cell may run
        alarm = flagged || cell.isInterrupted();
    }

    /** Takes the place of {@code System.exit(status)} in a cell. */
    @SuppressWarnings("DoNotCallSuggester") // only cells call it
    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ") in a cell would end the kernel and lose every variable;"
                + " leave it out, or restart the kernel from the menu");
    }

    /** Takes the place of {@code Runtime.exit} and {@code Runtime.halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Ends an interrupted cell; an error, so that {@code catch (Exception e)} in a loop does not swallow it. */
    static final class Interrupted extends Error {
        private static final long serialVersionUID = 1;

        Interrupted() {
            super("the cell was stopped here; what ran before it stays");
        }
    }

    /** A cell asked the kernel to end. */
    static final class ExitRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExitRefused(String message) {
            super(message);
        }
    }
}
