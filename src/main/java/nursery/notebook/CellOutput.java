package nursery.notebook;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/** Standard output, or standard error, of the cells. */
final class CellOutput extends OutputStream {

    private final Outbox outbox;
    private final StreamType type;

    private CellOutput(Outbox outbox, StreamType type) {
        this.outbox = outbox;
        this.type = type;
    }

    static PrintStream of(Outbox outbox, StreamType type) {
        return new PrintStream(new CellOutput(outbox, type), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        outbox.print(type, new String(bytes, from, length, StandardCharsets.UTF_8));
    }
}
