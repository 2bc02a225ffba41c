package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
    private static final String OFF = "";

    @TempDir
    Path named;

    @TempDir
    Path cache;

    private static Path realFolder() {
        String folder = System.getenv().getOrDefault("NURSERY_DATA", "");
        assumeTrue(
                Files.isDirectory(Path.of(folder, "mnist")),
                "skipped: set NURSERY_DATA to a folder with mnist/train-images-idx3-ubyte.gz and its three companions");
        return Path.of(folder);
    }

    @Test
    void withoutFilesAndDownloadsItSaysWhatToPutWhere() {
        assertThat(messageOf(() -> new Mnist(new DataFolders(named, cache), OFF).read()))
                .contains(
                        named.resolve("mnist").toString(),
                        cache.resolve("mnist").toString(),
                        "downloads are switched off",
                        "train-images-idx3-ubyte (47,040,016 bytes uncompressed, SHA-256 ba891046",
                        "train-labels-idx1-ubyte (60,008 bytes",
                        "t10k-images-idx3-ubyte (7,840,016 bytes",
                        "t10k-labels-idx1-ubyte (10,008 bytes",
                        "Data.digits(4000, 231)");
    }

    @Test
    void isThereOnceAllFourFilesAre() throws IOException {
        Mnist mnist = new Mnist(new DataFolders(named, cache), OFF);
        Files.createDirectories(named.resolve("mnist"));
        Files.createDirectories(cache.resolve("mnist"));
        Files.createFile(named.resolve("mnist/train-images-idx3-ubyte.gz"));
        Files.createFile(named.resolve("mnist/train-labels-idx1-ubyte"));
        Files.createFile(cache.resolve("mnist/t10k-images-idx3-ubyte"));
        assertThat(mnist.isComplete()).isFalse();

        Files.createFile(cache.resolve("mnist/t10k-labels-idx1-ubyte.gz"));
        assertThat(mnist.isComplete()).isTrue();
    }

    @Test
    void aWrongFileIsNamedAndNothingElseIsTried() throws IOException {
        Path labels = Files.createDirectories(cache.resolve("mnist")).resolve("train-labels-idx1-ubyte");
        Files.writeString(labels, "not mnist");
        assertThat(messageOf(() -> new Mnist(new DataFolders(null, cache), OFF).read()))
                .contains("expected " + labels, "received 9 bytes", "delete it");
    }

    @Test
    void aWrongDownloadIsNotKept() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write(new byte[5]);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(messageOf(() -> new Mnist(new DataFolders(null, cache), address).read()))
                    .contains("expected " + address + "/train-labels-idx1-ubyte.gz", "received 5 bytes");
        } finally {
            server.stop(0);
        }
        assertThat(cache.resolve("mnist")).isEmptyDirectory();
    }

    @Test
    void anAddressThatIsNoneIsASentence() {
        assertThat(messageOf(() -> new Mnist(new DataFolders(null, cache), "no address").read()))
                .contains("no download from 'no address' (no address that starts with http:// or https://");
    }

    @Test
    void aCacheThatCannotBeWrittenIsToldAsSuchBeforeAnyDownload() throws IOException {
        Path file = Files.createFile(named.resolve("file"));
        assertThat(messageOf(() -> new Mnist(new DataFolders(null, file), "http://127.0.0.1:1/").read()))
                .contains(
                        "expected to keep train-labels-idx1-ubyte.gz in the cache " + file.resolve("mnist"),
                        "FileSystemException",
                        "name another one in -Dnursery.cache")
                .doesNotContain("no download");
    }

    @Test
    void readsTheRealFiles() {
        Dataset mnist = new Mnist(new DataFolders(realFolder(), cache), OFF).read();

        assertThat(mnist.features().shape()).isEqualTo(Shape.of(70_000, 1, 28, 28));
        assertThat(mnist.take(10).labels()).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(mnist.label(60_000)).isEqualTo(7);
        assertThat(mnist.classCounts())
                .containsExactly(6903, 7877, 6990, 7141, 6824, 6313, 6876, 7293, 6825, 6958); // published
        assertThat(mnist.range().max()).isEqualTo(1);
        // the mean over the 60,000 training rows that everybody normalizes with
        assertThat(mnist.take(60_000).features().mean()).isBetween(0.13065, 0.13067);
        Split official = mnist.official(5000);
        assertThat(official.train().rows()).isEqualTo(55_000);
        assertThat(official.validation().rows()).isEqualTo(5_000);
        assertThat(official.test().rows()).isEqualTo(10_000);
        assertThat(official.test().label(0)).isEqualTo(7);
    }

    @Test
    void downloadsIntoTheCacheOnce() throws IOException {
        Path real = realFolder();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mirror/", exchange -> {
            Path name = Path.of(exchange.getRequestURI().getPath()).getFileName();
            byte[] bytes = Files.readAllBytes(real.resolve("mnist").resolve(name));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/mirror/";
            assertThat(new Mnist(new DataFolders(named, cache), address).read().rows())
                    .isEqualTo(70_000);
        } finally {
            server.stop(0);
        }
        try (Stream<Path> kept = Files.list(cache.resolve("mnist"))) {
            assertThat(kept.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "train-images-idx3-ubyte.gz",
                            "train-labels-idx1-ubyte.gz",
                            "t10k-images-idx3-ubyte.gz",
                            "t10k-labels-idx1-ubyte.gz");
        }
        assertThat(new Mnist(new DataFolders(named, cache), OFF).read().rows()).isEqualTo(70_000);
    }
}
