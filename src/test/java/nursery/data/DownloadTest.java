package nursery.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String serve(HttpHandler handler) {
        server.createContext("/file", handler);
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/file";
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Test
    void fetchesAllBytes() throws IOException {
        byte[] body = new byte[100_000];
        body[99_999] = 7;
        String address = serve(exchange -> answer(exchange, 200, body));
        assertThat(Download.get(address, 100_000, LONG)).isEqualTo(body);
    }

    @Test
    void followsRedirects() throws IOException {
        server.createContext("/moved", exchange -> answer(exchange, 200, new byte[] {1}));
        String address = serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "/moved");
            answer(exchange, 302, new byte[0]);
        });
        assertThat(Download.get(address, 10, LONG)).containsExactly(1);
    }

    @Test
    void stopsAtTheLimit() {
        String address = serve(exchange -> answer(exchange, 200, new byte[1001]));
        assertThatIOException()
                .isThrownBy(() -> Download.get(address, 1000, LONG))
                .withMessageContaining("more than 1,000 bytes");
    }

    @Test
    void reportsTheStatus() {
        String address = serve(exchange -> answer(exchange, 404, new byte[0]));
        assertThatIOException()
                .isThrownBy(() -> Download.get(address, 1000, LONG))
                .withMessage("HTTP status 404");
    }

    @Test
    void givesUpOnAServerThatStopsInTheMiddle() {
        String address = serve(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatIOException()
                .isThrownBy(() -> Download.get(address, 1000, Duration.ofMillis(300)))
                .withMessageContaining("no complete answer within");
    }

    @Test
    void reportsAServerThatIsNotThere() {
        String address = serve(exchange -> answer(exchange, 200, new byte[0]));
        server.stop(0);
        assertThatIOException()
                .isThrownBy(() -> Download.get(address, 1000, LONG))
                .withMessageContaining("ConnectException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", "ftp://127.0.0.1/file", "mnist/file", "http://"})
    void saysWhatAnAddressLooksLike(String address) {
        assertThatIOException()
                .isThrownBy(() -> Download.get(address, 1000, LONG))
                .withMessageContaining("no address that starts with http:// or https://");
    }
}
