package nursery.notebook;

import java.lang.reflect.Method;
import java.util.Arrays;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/** Runs the classes of a cell inside the kernel's own JVM and keeps the value and the error that come out. */
final class CellControl extends DirectExecutionControl {

    private @Nullable Object value;
    private @Nullable Throwable error;

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(Arrays.stream(classes)
                .map(c -> new ClassBytecodes(c.name(), CellBytecode.guard(c.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        // libraries that look for services or resources find those that a magic has added
        Thread.currentThread().setContextClassLoader(snippet.getDeclaringClass().getClassLoader());
        CellGuard.enter();
        try {
            value = snippet.invoke(null);
        } finally {
            CellGuard.leave();
        }
        return ""; // JShell would only print it: the kernel renders the object itself
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        error = cause;
        return super.throwConvertedInvocationException(cause);
    }

    /** Value of the snippet that ran last; the reference is let go. */
    @Nullable
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /** What the snippet that ran last threw, or null. */
    @Nullable
    Throwable takeError() {
        Throwable taken = error;
        error = null;
        return taken;
    }
}
