package nursery.notebook;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/** The five sockets of a kernel; what is published goes through the {@link Outbox}. */
final class KernelConnection extends JupyterConnection {

    private static final long POLL_MILLIS = 20;

    private final Outbox outbox;

    KernelConnection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        iopub.setSndHWM(0); // the outbox waits instead of ZeroMQ throwing output away
        outbox = new Outbox(iopub);
    }

    static KernelConnection of(String connectionFile) {
        try {
            return new KernelConnection(KernelConnectionProperties.parse(connectionFile));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("unknown signature scheme in the connection file: " + e.getMessage(), e);
        }
    }

    @Override
    public void connect() {
        super.connect();
        outbox.start();
    }

    Outbox outbox() {
        return outbox;
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel shell, MessageContext context) {
        return new QueuedReplies(shell, stdin, iopub, context, outbox);
    }

    /** Is there a message that can be read without waiting? */
    static boolean hasMessage(JupyterSocket socket) {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }

    /** Asks the user for a line; an interrupt ends the cell. */
    String ask() {
        outbox.drain(); // the question that the cell printed comes first
        MessageContext parent = Objects.requireNonNull(outbox.parent());
        CellGuard.undisturbed(() -> {
            while (hasMessage(stdin)) {
                stdin.readMessage(); // the late answer to a question that was given up
            }
            stdin.sendMessage(new Message<>(parent, InputRequest.MESSAGE_TYPE, new InputRequest("", false)));
            return true;
        });
        while (!CellGuard.undisturbed(() -> hasMessage(stdin))) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw new CellGuard.Interrupted();
            }
        }
        return CellGuard.undisturbed(
                () -> stdin.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue());
    }

    /** Replies as the kernel library wants them, with publishing moved to the outbox. */
    private static final class QueuedReplies extends ShellReplyEnvironment {

        private final Outbox outbox;
        private boolean later;

        QueuedReplies(
                ShellChannel shell, StdinChannel stdin, JupyterSocket iopub, MessageContext context, Outbox outbox) {
            super(shell, stdin, iopub, context);
            this.outbox = outbox;
        }

        @Override
        public ShellReplyEnvironment defer() {
            later = true;
            return this;
        }

        @Override
        public void publish(Message<?> message) {
            nowOrLater(() -> outbox.send(message));
        }

        @Override
        public void reply(Message<?> message) {
            nowOrLater(() -> getShell().sendMessage(message));
        }

        private void nowOrLater(Runnable send) {
            if (later) {
                later = false;
                defer(send);
            } else {
                send.run();
            }
        }
    }
}
