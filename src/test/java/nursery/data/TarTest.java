package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarTest {

    /** An entry as the standard says: header with its sum, content, zeros. */
    static byte[] entry(String name, char kind, byte[] content) {
        byte[] out = new byte[512 + (content.length + 511) / 512 * 512];
        put(out, 0, name);
        put(out, 124, String.format(Locale.ROOT, "%011o", content.length));
        put(out, 148, "        ");
        out[156] = (byte) kind;
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += out[i] & 0xff;
        }
        put(out, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        System.arraycopy(content, 0, out, 512, content.length);
        return out;
    }

    private static void put(byte[] out, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, out, at, bytes.length);
    }

    static byte[] archive(byte[]... entries) {
        var out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.writeBytes(entry);
        }
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] archive) {
        try {
            return Tar.read(new ByteArrayInputStream(archive), Map.of("a", 600, "b", 3), "x.tar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsTheFilesAskedForAndSkipsTheRest() {
        byte[] content = new byte[600];
        content[599] = 7;
        Map<String, byte[]> found = read(archive(
                entry("folder/", '5', new byte[0]),
                entry("folder/readme", '0', new byte[2000]),
                entry("folder/a", '0', content),
                entry("b", '\0', new byte[] {1, 2, 3}),
                entry("link/b", '2', new byte[0])));

        assertThat(found.keySet()).containsExactlyInAnyOrder("a", "b");
        assertThat(found.get("a")).isEqualTo(content);
        assertThat(found.get("b")).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b", "../b", "folder/../../b", "..", "folder\\..\\b"})
    void refusesNamesOutsideOfTheFolder(String name) {
        assertThat(messageOf(() -> read(archive(entry(name, '0', new byte[1])))))
                .contains("expected x.tar to be a tar archive with names inside of its folder", "'" + name + "'");
    }

    @Test
    void refusesFilesThatAreTooLargeOrThereTwice() {
        assertThat(messageOf(() -> read(archive(entry("b", '0', new byte[4]))))).contains("at most 3 bytes", "4");
        byte[] b = entry("b", '0', new byte[1]);
        assertThat(messageOf(() -> read(archive(b, b)))).contains("b once and complete");
    }

    @Test
    void refusesWhatIsCutOffOrDamaged() {
        byte[] whole = entry("a", '0', new byte[600]);
        for (int length : new int[] {0, 511, 600, 1200}) {
            assertThat(messageOf(() -> read(Arrays.copyOf(whole, length)))).containsAnyOf("cut off");
        }
        byte[] other = entry("other", '0', new byte[600]);
        assertThat(messageOf(() -> read(Arrays.copyOf(other, 700)))).contains("cut off");
        byte[] damaged = whole.clone();
        damaged[5] = 'x';
        assertThat(messageOf(() -> read(damaged))).contains("headers with their right sum");
        byte[] noNumber = whole.clone();
        noNumber[150] = 'x';
        assertThat(messageOf(() -> read(noNumber))).contains("octal digits");
    }
}
