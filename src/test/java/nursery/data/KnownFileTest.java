package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFileTest {
    private static final byte[] ABC = {'a', 'b', 'c'};
    /** The first test vector of FIPS 180-2. */
    private static final KnownFile FILE =
            new KnownFile("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("abc"), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void readsItPlainAndCompressed() throws IOException {
        assertThat(FILE.read(file(ABC))).isEqualTo(ABC);
        assertThat(FILE.read(file(gzip(ABC)))).isEqualTo(ABC);
        assertThat(FILE.read(gzip(ABC), "memory")).isEqualTo(ABC);
    }

    @Test
    void refusesOtherBytesOfTheSameSize() throws IOException {
        Path file = file(new byte[] {'a', 'b', 'd'});
        assertThat(messageOf(() -> FILE.read(file)))
                .contains(
                        "expected " + file + " to hold abc (3 bytes uncompressed, SHA-256 ba7816bf",
                        "received other bytes, with SHA-256 a52d159f",
                        "; delete it or replace it by the original");
    }

    @Test
    void refusesAnotherSize() throws IOException {
        Path shorter = file(new byte[] {'a'});
        assertThat(messageOf(() -> FILE.read(shorter))).contains("received 1 bytes");
        Path empty = file(new byte[0]);
        assertThat(messageOf(() -> FILE.read(empty))).contains("received 0 bytes");
        Path longer = file(new byte[] {'a', 'b', 'c', 'd'});
        assertThat(messageOf(() -> FILE.read(longer))).contains("received more");
    }

    @Test
    void readsOnlyTheBeginningOfAGzipBomb() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        Path file = file(bomb);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(messageOf(() -> FILE.read(file))).contains("received more");
    }

    @Test
    void refusesGzipThatIsCutOffOrDamaged() throws IOException {
        byte[] whole = gzip(ABC);
        for (int length : new int[] {2, 9, 12, whole.length - 9}) {
            Path cut = file(Arrays.copyOf(whole, length));
            assertThat(messageOf(() -> FILE.read(cut))).contains("received a gzip file that is damaged or cut off");
        }
        byte[] damaged = whole.clone();
        damaged[10] = (byte) 0xff; // a block type that deflate does not have
        Path file = file(damaged);
        assertThat(messageOf(() -> FILE.read(file))).contains("damaged or cut off");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThat(messageOf(() -> FILE.read(folder.resolve("nothing")))).contains("nothing", "NoSuchFileException");
    }
}
