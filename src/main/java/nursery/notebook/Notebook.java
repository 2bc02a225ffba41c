package nursery.notebook;

import java.util.List;

/**
 * Connects Nursery with the notebook that it runs in, whichever kernel that is.
 *
 * <p>Names no type of a kernel: the bridges are loaded by name, because their libraries are only there inside the
 * kernel that they belong to.
 */
public final class Notebook {

    private static final List<String> BRIDGES =
            List.of("nursery.notebook.JJavaExtension", "nursery.notebook.IJavaBridge");

    /** Tablesaw asks for a logger; where there is none, the notebook would show three red lines of warnings. */
    private static final String LOGGING = "slf4j.internal.verbosity";

    private static boolean attached;

    private Notebook() {}

    /** Looks for a kernel and draws in it from now on. Silent, may be called again, and does nothing without one. */
    public static synchronized void init() {
        for (String bridge : BRIDGES) {
            if (!attached) {
                attach(bridge);
            }
        }
    }

    /** A bridge has done its work. */
    static synchronized void attached() {
        attached = true;
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "ERROR");
        }
    }

    private static void attach(String bridge) {
        try {
            Class.forName(bridge)
                    .asSubclass(Bridge.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .attach();
        } catch (ReflectiveOperationException | LinkageError | RuntimeException notThisKernel) {
            // the next one may fit; without a kernel, results print as text
        }
    }

    /** The way into one kernel. */
    interface Bridge {
        /** Installs Nursery in the running kernel; throws when there is none of its kind. */
        void attach() throws ReflectiveOperationException;
    }
}
