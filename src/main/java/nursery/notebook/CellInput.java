package nursery.notebook;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Standard input of the cells: each line is a question to the front end. */
final class CellInput extends InputStream {

    private final Supplier<String> question;
    private byte[] line = {};
    private int next;
    private boolean allowed;

    CellInput(Supplier<String> question) {
        this.question = question;
    }

    /** Whether the front end of the running cell answers questions. */
    void allow(boolean allowed) {
        this.allowed = allowed;
        line = new byte[0];
        next = 0;
    }

    @Override
    public int read() {
        if (next == line.length) {
            if (!allowed) {
                throw new NoInput("nobody can answer System.in here, because this notebook is run by a program"
                        + " and not by hand; write the value into the cell");
            }
            line = (question.get() + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return line[next++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        into[from] = (byte) read();
        int more = Math.min(length - 1, available());
        System.arraycopy(line, next, into, from + 1, more);
        next += more;
        return more + 1;
    }

    @Override
    public int available() {
        return line.length - next;
    }

    /** Unchecked, because a Scanner swallows an IOException. */
    static final class NoInput extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoInput(String message) {
            super(message);
        }
    }
}
