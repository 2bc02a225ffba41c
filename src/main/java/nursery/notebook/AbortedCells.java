package nursery.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;

/** After an error, the cells that wait behind it are answered with "aborted" and do not run. */
final class AbortedCells {

    /** "Run all" sends its cells one by one: those that come this shortly after an error were sent before it. */
    private static final long WINDOW_MILLIS = 50;

    private AbortedCells() {}

    /** Takes what waits on the socket; to be called before the failed cell is answered. */
    static List<Message<?>> read(JupyterSocket shell) {
        var queued = new ArrayList<Message<?>>();
        long end = System.nanoTime() + WINDOW_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            if (KernelConnection.hasMessage(shell)) {
                queued.add(shell.readMessage());
            } else {
                Thread.onSpinWait();
            }
        }
        return queued;
    }

    /** Answers cells with "aborted" and everything else as usual. */
    static void abort(List<Message<?>> queued, JupyterSocket shell, JupyterConnection connection) {
        for (Message<?> message : queued) {
            var env = connection.prepareReplyEnv((ShellChannel) shell, message);
            if (message.getHeader().getType().equals(MessageType.EXECUTE_REQUEST)) {
                env.setBusyDeferIdle();
                env.reply(aborted(message));
            } else {
                handle(connection, env, message);
            }
            env.resolveDeferrals();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the library's own reply knows no such status
    private static Message<?> aborted(Message<?> request) {
        return new Message(request, MessageType.EXECUTE_REPLY, Map.of("status", "aborted"));
    }

    @SuppressWarnings("unchecked")
    private static <T> void handle(JupyterConnection connection, ShellReplyEnvironment env, Message<T> message) {
        ShellHandler<T> handler = connection.getHandler(message.getHeader().getType());
        if (handler != null) {
            handler.handle(env, message);
        }
    }
}
