package nursery.notebook;

import java.util.ArrayDeque;
import java.util.Deque;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a cell publishes, sent in order by one thread.
 *
 * <p>Two reasons: an interrupted thread that writes to ZeroMQ closes its socket, and here no cell's thread ever does;
 * and printed text is sent a few times a second in larger pieces, where front ends drop more than 1,000 messages a
 * second.
 */
final class Outbox extends Thread {

    private static final long TEXT_EVERY_MILLIS = 40;
    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_WAITING = 1_000;

    private final JupyterSocket socket;
    private final Deque<Message<?>> waiting = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private StreamType textType = StreamType.OUT;
    private @Nullable MessageContext parent;
    private boolean sending;
    private boolean hurry;

    Outbox(JupyterSocket socket) {
        super("outbox");
        this.socket = socket;
        setDaemon(true);
    }

    /** Printed text belongs to this request from now on. */
    synchronized void setParent(MessageContext request) {
        closeText();
        parent = request;
    }

    synchronized @Nullable MessageContext parent() {
        return parent;
    }

    synchronized void send(Message<?> message) {
        closeText();
        waiting.add(message);
        notifyAll();
    }

    /** Takes printed text; waits while the front end is too far behind. */
    synchronized void print(StreamType type, String printed) {
        if (parent == null || printed.isEmpty()) {
            return;
        }
        if (type != textType || text.length() > MAX_TEXT) {
            closeText();
        }
        boolean interrupted = false;
        while (waiting.size() > MAX_WAITING) {
            interrupted |= !pause(0);
        }
        textType = type;
        text.append(printed);
        notifyAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when everything is with ZeroMQ. */
    synchronized void drain() {
        closeText();
        boolean interrupted = false;
        while (sending || !waiting.isEmpty()) {
            hurry = true;
            notifyAll();
            interrupted |= !pause(0);
        }
        hurry = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (true) {
            Message<?> next = take();
            try {
                socket.sendMessage(next);
            } catch (RuntimeException e) {
                print(StreamType.ERR, "An output could not be sent: " + e.getMessage() + "\n");
            }
        }
    }

    private synchronized Message<?> take() {
        sending = false;
        notifyAll();
        while (waiting.isEmpty()) {
            if (text.length() == 0) {
                pause(0);
            } else {
                pauseForMoreText();
                closeText();
            }
        }
        sending = true;
        return waiting.remove();
    }

    private void pauseForMoreText() {
        long end = System.nanoTime() + TEXT_EVERY_MILLIS * 1_000_000;
        long left = TEXT_EVERY_MILLIS;
        while (left > 0 && !hurry && waiting.isEmpty() && text.length() <= MAX_TEXT) {
            pause(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    private void closeText() {
        if (text.length() > 0) {
            var content = new PublishStream(textType, text.toString());
            waiting.add(new Message<>(parent, content.getType(), content));
            text.setLength(0);
        }
    }

    /** Waits for news; false when the thread was interrupted instead. */
    @SuppressWarnings("WaitNotInLoop") // the callers look again
    private synchronized boolean pause(long millis) {
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
