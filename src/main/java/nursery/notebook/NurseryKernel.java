package nursery.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nursery.report.Display;
import nursery.report.PlotlyLoader;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.reply.ShutdownReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.jspecify.annotations.Nullable;

/**
 * The Jupyter kernel "Java (Nursery)": cells of Java, run by JShell inside this JVM, with Nursery imported.
 *
 * <p>Cells run on the thread that reads their requests, so that interrupting it reaches whatever the cell waits for.
 */
public final class NurseryKernel extends BaseKernel {

    private static final LanguageInfo JAVA = new LanguageInfo.Builder("java")
            .version(Runtime.version().toString())
            .mimetype("text/x-java-source")
            .fileExtension(".java")
            .pygments("java")
            .codemirror("text/x-java")
            .exporter("script")
            .build();

    private final KernelConnection connection;
    private final CellInput input;
    private final AttachableIO display;
    /** What the first cell says before its own output: front ends ignore what comes while no cell runs. */
    private final List<String> notices = new ArrayList<>();

    private final CompletableFuture<Evaluator> evaluator = CompletableFuture.supplyAsync(Evaluator::new);

    private NurseryKernel(KernelConnection connection, AttachableIO display) {
        super(
                "nursery",
                "1",
                JAVA,
                List.of(),
                null,
                display,
                new CommManager(),
                new Renderer(),
                null,
                null,
                true,
                new StringStyler.Builder().build());
        this.connection = connection;
        this.display = display;
        this.input = new CellInput(connection::ask);
    }

    /**
     * Runs a kernel until it is told to stop.
     *
     * @param args the connection file that Jupyter wrote
     * @throws IOException if the connection file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected the connection file, received " + args.length + " arguments");
        }
        var connection = KernelConnection.of(Files.readString(Path.of(args[0])));
        var kernel = new NurseryKernel(connection, new AttachableIO());
        kernel.becomeHandlerForConnection(connection);
        kernel.takeStreams();
        connection.connect();
        KernelProcess.dieWithParent();
        kernel.onStartup();
        kernel.evaluator.join();
        KernelProcess.warmUp();
        connection.waitUntilClose();
    }

    @Override
    public void onStartup() {
        try {
            super.onStartup();
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            notices.add("An extension does not work here: " + e.getMessage());
        }
    }

    private void takeStreams() {
        System.setOut(CellOutput.of(connection.outbox(), StreamType.OUT));
        System.setErr(CellOutput.of(connection.outbox(), StreamType.ERR));
        System.setIn(input);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one thread reads the requests
    protected void handleExecuteRequest(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        connection.outbox().setParent(message);
        getCommManager().setMessageContext(message);
        display.attach(env);
        input.allow(request.isStdinEnabled());
        env.setBusyDeferIdle();
        boolean stored = request.shouldStoreHistory() && !request.isSilent();
        int count = stored ? executionCount.getAndIncrement() : executionCount.get();
        if (!request.isSilent()) {
            env.publish(new PublishExecuteInput(request.getCode(), count));
            notices.forEach(System.out::println);
            notices.clear();
        }
        try {
            DisplayData data = run(request.getCode(), count);
            if (data != null && !request.isSilent()) {
                env.publish(new PublishExecuteResult(count, data));
            }
            connection.outbox().drain();
            env.reply(new ExecuteReply(count, Map.of()));
        } catch (CellError e) {
            env.publish(new PublishError(e.name(), e.getMessage(), e.lines()));
            connection.outbox().drain();
            replyWithError(env, count, e, request.shouldStopOnError());
        }
    }

    private void replyWithError(ShellReplyEnvironment env, int count, CellError e, boolean stopOnError) {
        JupyterSocket shell = env.getShell();
        List<Message<?>> queued = stopOnError ? AbortedCells.read(shell) : List.of();
        var reply = new ErrorReply(e.name(), e.getMessage(), e.lines());
        reply.setExecutionCount(count);
        env.replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
        env.resolveDeferrals();
        AbortedCells.abort(queued, shell, connection);
    }

    /** Runs a cell and renders its value; both can be interrupted. */
    private @Nullable DisplayData run(String cell, int count) throws CellError {
        Evaluator cells = evaluator();
        PlotlyLoader.cell(cell);
        Display.nextCell();
        CellGuard.begin();
        try {
            Object value = cells.evaluate(cell, count);
            CellGuard.enter();
            return value == Evaluator.NOTHING ? null : rendered(value);
        } catch (CellError e) {
            throw e;
        } catch (Throwable e) { // also an error of a value's toString(), or no memory left for it
            throw Evaluator.failed(e);
        } finally {
            CellGuard.end();
        }
    }

    private DisplayData rendered(@Nullable Object value) {
        if (value instanceof DisplayData data) {
            return data;
        }
        return value == null || value.getClass().isArray()
                ? new DisplayData(ArrayText.of(value))
                : getRenderer().render(value);
    }

    private Evaluator evaluator() throws CellError {
        try {
            return evaluator.join();
        } catch (CompletionException e) {
            throw Evaluator.failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private Assistant assistant() {
        Evaluator ready = evaluator.join();
        return new Assistant(ready.analysis(), ready.parser());
    }

    @Override
    public @Nullable Object evalRaw(String source) {
        try {
            Object value = evaluator().evaluate(source, executionCount.get());
            return value == Evaluator.NOTHING ? null : value;
        } catch (CellError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        return assistant().complete(code, at);
    }

    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
        String found = assistant().inspect(code, at);
        return found.isEmpty() ? null : new DisplayData(found);
    }

    @Override
    public String isComplete(String code) {
        return assistant().isComplete(code);
    }

    @Override
    public void interrupt() {
        CellGuard.interrupt();
    }

    @Override
    protected void handleShutdownRequest(ShellReplyEnvironment env, Message<ShutdownRequest> message) {
        env.setBusyDeferIdle();
        env.reply(message.getContent().isRestart() ? ShutdownReply.SHUTDOWN_AND_RESTART : ShutdownReply.SHUTDOWN);
        env.resolveDeferrals();
        connection.outbox().drain();
        KernelProcess.end(connection);
    }

    @Override
    protected ClassLoader getClassLoader() {
        return NurseryKernel.class.getClassLoader();
    }

    /** Lets a display follow the running cell. */
    private static final class AttachableIO extends JupyterIO {

        AttachableIO() {
            super(StandardCharsets.UTF_8);
        }

        void attach(ShellReplyEnvironment env) {
            setEnv(env);
        }
    }
}
