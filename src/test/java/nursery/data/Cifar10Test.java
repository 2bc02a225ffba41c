package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10Test {
    private static final String OFF = "";

    @TempDir
    Path named;

    @TempDir
    Path cache;

    /** Rows of class (first + i) % 10 whose pixels hold the number of the row, then of the channel. */
    private static byte[] batch(int first, int rows) {
        byte[] bytes = new byte[rows * 3073];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(bytes, i * 3073, i * 3073 + 3073, (byte) (first + i));
            bytes[i * 3073] = (byte) ((first + i) % 10);
            bytes[i * 3073 + 3072] = (byte) 255; // the last pixel of blue
        }
        return bytes;
    }

    private static KnownFile known(String name, byte[] bytes) throws Exception {
        return new KnownFile(
                name,
                bytes.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    private static List<KnownFile> files() throws Exception {
        List<KnownFile> files = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            files.add(known("data_batch_" + i + ".bin", batch(20 * i, 4)));
        }
        files.add(known("test_batch.bin", batch(200, 3)));
        return files;
    }

    private static byte[] archive() throws IOException {
        byte[][] entries = new byte[7][];
        entries[0] = TarTest.entry("cifar-10-batches-bin/", '5', new byte[0]);
        for (int i = 1; i <= 5; i++) {
            entries[i] = TarTest.entry("cifar-10-batches-bin/data_batch_" + i + ".bin", '0', batch(20 * i, 4));
        }
        entries[6] = TarTest.entry("cifar-10-batches-bin/test_batch.bin", '0', batch(200, 3));
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(TarTest.archive(entries));
        }
        return out.toByteArray();
    }

    private static void assertWhole(Dataset data) {
        assertThat(data.features().shape()).isEqualTo(Shape.of(23, 3, 32, 32));
        assertThat(data.take(6).labels()).containsExactly(0, 1, 2, 3, 0, 1);
        assertThat(data.classNames()).hasSize(10).startsWith("airplane").endsWith("truck");
        assertThat(data.features().get(5, 100)).isEqualTo(41 / 255.0, within(1e-7));
        assertThat(data.features().get(5, 3071)).isEqualTo(1);
        assertThat(data.features().get(22, 0)).isEqualTo(202 / 255.0, within(1e-7));
        assertThat(data.official(2).test().rows()).isEqualTo(3);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void readsTheFilesAsTarUnpacksThemInAnyOfTheFolders() throws Exception {
        Path folder = Files.createDirectories(named.resolve("cifar10/cifar-10-batches-bin"));
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), batch(20 * i, 4));
        }
        Cifar10 cifar = new Cifar10(new DataFolders(named, cache), OFF, files());
        assertThat(cifar.isComplete()).isFalse();
        Files.write(Files.createDirectories(cache.resolve("cifar10")).resolve("test_batch.bin"), batch(200, 3));
        assertThat(cifar.isComplete()).isTrue();
        assertWhole(cifar.read());
    }

    @Test
    void readsTheArchive() throws Exception {
        Files.write(Files.createDirectories(named.resolve("cifar10")).resolve("cifar-10-binary.tar.gz"), archive());
        Cifar10 cifar = new Cifar10(new DataFolders(named, cache), OFF, files());
        assertThat(cifar.isComplete()).isTrue();
        assertWhole(cifar.read());
    }

    @Test
    void downloadsTheArchiveIntoTheCacheOnce() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] archive = archive();
        server.createContext("/mirror/cifar-10-binary.tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/mirror";
            assertWhole(new Cifar10(new DataFolders(null, cache), address, files()).read());
        } finally {
            server.stop(0);
        }
        assertThat(cache.resolve("cifar10/cifar-10-binary.tar.gz")).hasBinaryContent(archive);
        assertWhole(new Cifar10(new DataFolders(null, cache), OFF, files()).read());
    }

    @Test
    void aWrongArchiveIsNamed() throws Exception {
        Path file = Files.createDirectories(named.resolve("cifar10")).resolve("cifar-10-binary.tar.gz");
        Files.write(file, archive());
        Cifar10 real = new Cifar10(new DataFolders(named, cache), OFF);
        assertThat(messageOf(real::read)).contains("expected data_batch_1.bin in " + file, "received 12,292 bytes");
        Files.write(file, Arrays.copyOf(archive(), 100));
        assertThat(messageOf(real::read)).contains("gzip file", "damaged or cut off");
        Files.writeString(file, "<html>not found</html>");
        assertThat(messageOf(real::read)).contains("gzip file", "damaged or cut off");
    }

    @Test
    void aSmallerSetInTheSameFormIsTakenAndSaysSo() throws IOException {
        Path folder = Files.createDirectories(named.resolve("cifar10-small"));
        Files.write(folder.resolve("data_batch_1.bin"), batch(0, 10));
        Files.write(folder.resolve("test_batch.bin"), batch(0, 2));
        Cifar10 cifar = new Cifar10(new DataFolders(named, cache), "http://127.0.0.1:1/");
        assertThat(cifar.isComplete()).isTrue();

        Dataset data = cifar.read();

        assertThat(data.rows()).isEqualTo(12);
        assertThat(data.official(3).test().rows()).isEqualTo(2);
        assertThat(data.notes()).singleElement().asString().contains("10 training and 2 test rows");

        Files.write(folder.resolve("data_batch_3.bin"), batch(0, 10));
        assertThat(messageOf(cifar::read)).contains("expected data_batch_2.bin", "without a gap");
    }

    @Test
    void rowsThatAreCutOffOrOfNoClassAreRefused() {
        assertThat(messageOf(() -> CifarBatch.of(new byte[3074], "some.bin")))
                .contains("some.bin", "rows of CIFAR-10 of 3,073 bytes", "received 3,074 bytes");
        assertThat(messageOf(() -> CifarBatch.of(new byte[0], "some.bin"))).contains("received 0 bytes");
        byte[] odd = batch(0, 3);
        odd[3073] = (byte) 200;
        assertThat(messageOf(() -> CifarBatch.of(odd, "some.bin")))
                .contains("labels from 0 to 9, received 200 in row 1");
    }

    @Test
    void withoutFilesAndDownloadsItSaysWhatToPutWhere() {
        assertThat(messageOf(() -> new Cifar10(new DataFolders(named, cache), OFF).read()))
                .contains(
                        named.resolve("cifar10").toString(),
                        cache.resolve("cifar10").toString(),
                        "downloads are switched off",
                        "cifar-10-binary.tar.gz",
                        "data_batch_1.bin (30,730,000 bytes uncompressed, SHA-256 cee91656",
                        "cifar10-small");
    }

    @Test
    void readsTheRealPictures() {
        String folder = System.getenv().getOrDefault("NURSERY_DATA", "");
        DataFolders folders = new DataFolders(Path.of(folder), cache);
        assumeTrue(
                new Cifar10(folders, OFF).isComplete(),
                "skipped: set NURSERY_DATA to a folder with cifar10/ or cifar10-small/");
        Dataset cifar = new Cifar10(folders, OFF).read();

        assertThat(cifar.rowShape()).isEqualTo(Shape.of(3, 32, 32));
        assertThat(cifar.classCounts()).containsOnly(cifar.rows() / 10); // balanced
        double[] channels = ((Rescale) new CenterChannels().fit(cifar)).offset().toDoubles();
        // the means of red, green and blue over the training rows that everybody normalizes with
        assertThat(channels).containsExactly(new double[] {0.4914, 0.4822, 0.4465}, within(0.01));
    }
}
