package nursery.notebook;

import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.jspecify.annotations.Nullable;

/** Life and death of the kernel's process. */
final class KernelProcess {

    private static final long LAST_WORDS_MILLIS = 3_000;

    private KernelProcess() {}

    /** Ends with the program that started the kernel, so that no JVM is left behind when it is killed. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to wait for it
    static void dieWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (isProcessId(parent)) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresent(
                            p -> p.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        }
    }

    /** On Windows the variable holds a handle and not the number of a process. */
    private static boolean isProcessId(@Nullable String parent) {
        return parent != null
                && parent.matches("[1-9]\\d{0,9}")
                && !System.getProperty("os.name").startsWith("Windows");
    }

    /** Tablesaw's table scans the class path when it is first used: do it while the user is still typing. */
    static void warmUp() {
        try {
            Class.forName("tech.tablesaw.api.Table");
        } catch (ClassNotFoundException | LinkageError e) {
            // the first cell that uses it will say so
        }
    }

    /** Sends what is still on its way and exits, within three seconds whatever a cell is doing. */
    static void end(JupyterConnection connection) {
        var watch = new Thread(KernelProcess::haltLater, "last words");
        watch.setDaemon(true);
        watch.start();
        connection.close();
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
