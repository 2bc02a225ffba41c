package nursery.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file whose content is known; it may be compressed with gzip.
 *
 * @param name its name, without {@code .gz}
 * @param size how many bytes it holds when it is not compressed
 * @param sha256 the SHA-256 of these bytes, in hexadecimal
 */
record KnownFile(String name, int size, String sha256) {

    /**
     * The content of {@code file}, checked. Reads no more than the expected size, however much a compressed file claims
     * to hold.
     *
     * @throws IllegalArgumentException if it holds anything else
     * @throws UncheckedIOException if it cannot be read
     */
    byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "expected to read " + file + ", received " + e + "; check its permissions", e);
        }
    }

    /** The same for bytes in memory; {@code origin} tells in messages where they are from. */
    byte[] read(byte[] bytes, String origin) {
        try {
            return read(new ByteArrayInputStream(bytes), origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(InputStream in, String origin) throws IOException {
        byte[] raw;
        try (InputStream decompressed = decompressed(in)) {
            raw = decompressed.readNBytes(size + 1);
        } catch (EOFException | ZipException e) {
            throw wrong(origin, "a gzip file that is damaged or cut off (" + e.getMessage() + ")");
        }
        if (raw.length != size) {
            throw wrong(origin, raw.length > size ? "more" : Text.count(raw.length) + " bytes");
        }
        String sum = sha256(raw);
        if (!sum.equals(sha256)) {
            throw wrong(origin, "other bytes, with SHA-256 " + sum);
        }
        return raw;
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private IllegalArgumentException wrong(String origin, String received) {
        return new IllegalArgumentException("expected " + origin + " to hold " + this + ", received " + received
                + "; delete it or replace it by the original");
    }

    /** Name, size and sum, for messages. */
    @Override
    public String toString() {
        return name + " (" + Text.count(size) + " bytes uncompressed, SHA-256 " + sha256 + ")";
    }
}
