package nursery.search;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A text file of lines that each end in a checksum: {@code text TAB crc32 NEWLINE}. A line is written at once and is on the
 * disk before {@link #append} returns. One process at a time holds it. A last line that a crash has torn is cut off: the
 * beginning of one, or one with parts that the disk never got and reads as zeros. All other damage is refused.
 */
final class JournalFile implements AutoCloseable {
    private static final long MOST_BYTES = 1L << 30;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int CHECKSUM = 10; // tab, 8 digits, newline
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final RandomAccessFile file;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int to;
    private long good; // where the last good line ends
    private int lines;

    private JournalFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** Opens or creates a file, and locks it. */
    static JournalFile open(Path path) {
        boolean interrupted = Thread.interrupted(); // a lock cannot be had by an interrupted thread
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new IllegalArgumentException(
                        "journal " + path + ": expected a file, found something else; name another");
            }
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                lock(path, file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
            return new JournalFile(path, file);
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + path + ": cannot be opened: " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void lock(Path path, RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock(); // held until the file is closed
            if (lock != null) {
                if (file.length() > MOST_BYTES) {
                    throw new IllegalArgumentException("journal " + path + ": expected at most " + MOST_BYTES
                            + " bytes, received " + file.length() + "; begin another journal");
                }
                return;
            }
        } catch (OverlappingFileLockException e) {
            // by this process
        }
        throw new IllegalStateException("journal " + path
                + ": another search is writing it; wait for its end, or give this" + " search a journal of its own");
    }

    /**
     * The next line without its checksum, or an empty text behind the last good one.
     *
     * @throws IllegalArgumentException if a line is damaged, its newline included
     */
    String next() {
        try {
            int newline = findNewline();
            int length = newline + 1 - from;
            String line = newline < 0 ? "" : checked(from, length);
            if (line.isEmpty()) {
                if (lines == 0 || isTorn(newline)) {
                    return ""; // perhaps no journal, or the end of one
                }
                throw damaged();
            }
            from = newline + 1;
            good += length;
            lines++;
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** What to throw where the next line is damaged. */
    IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "journal " + path + ": line " + (lines + 1) + " is damaged; restore the file,"
                        + " delete that line if it is the last one, or begin another journal");
    }

    /** Whether what comes next begins with this text, whether the line is whole or not. */
    boolean continuesWith(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(from + bytes.length, to);
        return Arrays.equals(bytes, 0, bytes.length, buffer, from, end);
    }

    private int findNewline() throws IOException {
        int at = from;
        while (true) {
            for (; at < to; at++) {
                if (buffer[at] == '\n') {
                    return at;
                }
            }
            if (to - from > LONGEST_LINE) {
                throw new IllegalArgumentException("journal " + path + ": line " + (lines + 1) + " is longer than "
                        + LONGEST_LINE + " bytes; this is no journal of a search");
            }
            at -= from;
            if (!fill()) {
                return -1;
            }
            at += from;
        }
    }

    /** Reads on, behind what is left. */
    private boolean fill() throws IOException {
        byte[] next = to - from > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, from, next, 0, to - from);
        buffer = next;
        to -= from;
        from = 0;
        int read = file.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read > 0;
    }

    /** The text of a line, empty where the checksum is wrong. */
    private String checked(int start, int length) {
        int text = length - CHECKSUM;
        if (text <= 0) {
            return "";
        }
        byte[] end = checksum(buffer, start, text);
        boolean same = Arrays.equals(buffer, start + text, start + length, end, 0, CHECKSUM);
        return same ? new String(buffer, start, text, StandardCharsets.UTF_8) : "";
    }

    /** Whether no line follows, and this one is not a whole line that lost its newline only. */
    private boolean isTorn(int newline) throws IOException {
        if (isLineWithoutNewline()) {
            return false;
        }
        return newline < 0 || (newline + 1 == to && file.getFilePointer() == file.length() && hasZero(newline));
    }

    /** Whether the disk did not get all of a line; text has no such characters. */
    private boolean hasZero(int end) {
        for (int at = from; at < end; at++) {
            if (buffer[at] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rest begins with a whole line and something else in place of its newline. */
    private boolean isLineWithoutNewline() {
        CRC32 crc = new CRC32();
        for (int at = from; at + CHECKSUM <= to; at++) {
            if (buffer[at] == '\t' && Arrays.equals(end(crc), 0, CHECKSUM - 1, buffer, at, at + CHECKSUM - 1)) {
                return true;
            }
            crc.update(buffer[at]);
        }
        return false;
    }

    private static byte[] checksum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return end(crc);
    }

    private static byte[] end(CRC32 crc) {
        return ("\t" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** How many good lines were read. */
    int lines() {
        return lines;
    }

    /** Whether the file holds nothing but the beginning of what {@link #append} of this text would have written. */
    boolean isTornBeginOf(String text) {
        byte[] whole = line(text);
        try {
            if (lines > 0 || file.length() >= whole.length) {
                return false;
            }
            byte[] found = new byte[(int) file.length()];
            file.seek(0);
            file.readFully(found);
            return Arrays.equals(found, 0, found.length, whole, 0, found.length);
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Cuts off what lies behind the last good line, before the first {@link #append}. */
    void cutTornLine() {
        try {
            file.setLength(good);
            file.seek(good);
            buffer = new byte[0];
            from = 0;
            to = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + path + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes a line; it is on the disk when this returns. */
    void append(String text) {
        byte[] bytes = line(text);
        if (bytes.length > LONGEST_LINE) {
            throw new IllegalArgumentException(
                    "journal " + path + ": expected lines of at most " + LONGEST_LINE + " bytes, received "
                            + bytes.length + "; train for fewer epochs, or give fewer values to choose from");
        }
        try {
            file.write(bytes);
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal " + path + ": cannot be written: " + e.getMessage() + "; the trials before are in it", e);
        }
    }

    /** A line with its checksum. */
    static byte[] line(String text) {
        byte[] bytes = text.replaceAll("[\\n\\r]", " ").getBytes(StandardCharsets.UTF_8);
        byte[] line = Arrays.copyOf(bytes, bytes.length + CHECKSUM);
        System.arraycopy(checksum(bytes, 0, bytes.length), 0, line, bytes.length, CHECKSUM);
        return line;
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + path + ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
