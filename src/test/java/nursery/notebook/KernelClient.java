package nursery.notebook;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The front end of a test: starts a kernel in a JVM of its own and speaks Jupyter's protocol with it. */
final class KernelClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 120_000;
    private static final String KEY = "a key";
    private static final String DELIMITER = "<IDS|MSG>";
    private static final Gson GSON = new Gson();

    private final ZContext context = new ZContext();
    private final HMACGenerator signer;
    private final Process process;
    private final Path folder;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket iopub;
    private final Map<String, List<JsonObject>> published = new HashMap<>();
    private final Map<String, JsonObject> replies = new HashMap<>();

    private KernelClient(Class<?> main, Path... more) throws Exception {
        signer = new HMACGenerator("hmac-sha256", KEY);
        folder = Files.createTempDirectory("kernel");
        int[] ports = freePorts(5);
        Path file = folder.resolve("connection.json");
        Files.writeString(file, connection(ports));
        process = new ProcessBuilder(command(main, file, more))
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        shell = socket(SocketType.DEALER, ports[0]);
        control = socket(SocketType.DEALER, ports[1]);
        stdin = socket(SocketType.DEALER, ports[2]);
        iopub = socket(SocketType.SUB, ports[3]);
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        awaitReady();
    }

    /** With {@code more} folders on the class path. */
    static KernelClient start(Class<?> main, Path... more) throws Exception {
        return new KernelClient(main, more);
    }

    /** What a cell led to. */
    record Answer(JsonObject reply, List<JsonObject> published) {

        String status() {
            return reply.get("status").getAsString();
        }

        /** Contents of the published messages of one type. */
        List<JsonObject> all(String type) {
            return published.stream()
                    .filter(m -> type(m).equals(type))
                    .map(m -> m.getAsJsonObject("content"))
                    .toList();
        }

        /** The value in one format. */
        String value(String format) {
            return all("execute_result")
                    .get(0)
                    .getAsJsonObject("data")
                    .get(format)
                    .getAsString();
        }

        /** Everything printed to a stream. */
        String printed(String stream) {
            return String.join(
                    "",
                    all("stream").stream()
                            .filter(s -> s.get("name").getAsString().equals(stream))
                            .map(s -> s.get("text").getAsString())
                            .toList());
        }
    }

    Answer execute(String code) {
        return answer(send(code));
    }

    /** Sends a cell without waiting for it. */
    String send(String code) {
        return send(code, false);
    }

    /** Runs a cell that nobody sees. */
    Answer executeSilently(String code) {
        return answer(send(code, false, true));
    }

    String send(String code, boolean allowStdin) {
        return send(code, allowStdin, false);
    }

    private String send(String code, boolean allowStdin, boolean silent) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", silent);
        content.addProperty("store_history", true);
        content.addProperty("allow_stdin", allowStdin);
        content.addProperty("stop_on_error", true);
        return write(shell, "execute_request", content, new JsonObject());
    }

    Answer answer(String id) {
        JsonObject reply = reply(shell, id);
        while (published.getOrDefault(id, List.of()).stream().noneMatch(KernelClient::isIdle)) {
            readPublished();
        }
        return new Answer(reply, published.getOrDefault(id, List.of()));
    }

    /** Waits until a cell has published a message of one type. */
    JsonObject awaitPublished(String id, String type) {
        while (true) {
            var found = published.getOrDefault(id, List.of()).stream()
                    .filter(m -> type(m).equals(type))
                    .findFirst();
            if (found.isPresent()) {
                return found.get().getAsJsonObject("content");
            }
            readPublished();
        }
    }

    JsonObject request(String type, String code, int cursor) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", cursor);
        content.addProperty("detail_level", 0);
        return reply(shell, write(shell, type, content, new JsonObject()));
    }

    void interrupt() {
        reply(control, write(control, "interrupt_request", new JsonObject(), new JsonObject()));
    }

    /** Asks the kernel to end and waits for it; its exit code. */
    int shutdown() {
        var content = new JsonObject();
        content.addProperty("restart", false);
        write(control, "shutdown_request", content, new JsonObject());
        return ended(30) ? process.exitValue() : -1;
    }

    private boolean ended(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for a question to the user and answers it. */
    void answerQuestion(String text) {
        JsonObject question = read(stdin);
        var content = new JsonObject();
        content.addProperty("value", text);
        write(stdin, "input_reply", content, question.getAsJsonObject("header"));
    }

    /** What the JVM itself wrote to its standard error. */
    String processErrors() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            write(control, "shutdown_request", new JsonObject(), new JsonObject());
        }
        if (!ended(30)) {
            process.destroyForcibly();
        }
        context.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    // ---- Protocol ----

    private ZMQ.Socket socket(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setReceiveTimeOut(TIMEOUT_MILLIS);
        socket.setLinger(0);
        socket.setIdentity("test".getBytes(StandardCharsets.US_ASCII));
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    /** A subscription takes a moment: ask until something published arrives. */
    private void awaitReady() {
        iopub.setReceiveTimeOut(200);
        JsonObject first = null;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
        while (first == null) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("the kernel did not start, see " + folder);
            }
            write(shell, "kernel_info_request", new JsonObject(), new JsonObject());
            first = readOrNull(iopub);
        }
        iopub.setReceiveTimeOut(TIMEOUT_MILLIS);
    }

    private void readPublished() {
        JsonObject message = read(iopub);
        published.computeIfAbsent(parent(message), k -> new ArrayList<>()).add(message);
    }

    private JsonObject reply(ZMQ.Socket socket, String id) {
        while (!replies.containsKey(id)) {
            JsonObject message = read(socket);
            replies.put(parent(message), message.getAsJsonObject("content"));
        }
        return replies.remove(id);
    }

    private String write(ZMQ.Socket socket, String type, JsonObject content, JsonObject parent) {
        var header = new JsonObject();
        String id = UUID.randomUUID().toString();
        header.addProperty("msg_id", id);
        header.addProperty("msg_type", type);
        header.addProperty("session", "session");
        header.addProperty("username", "test");
        header.addProperty("date", "2026-01-01T00:00:00.000000Z");
        header.addProperty("version", "5.3");
        byte[][] parts = {bytes(header), bytes(parent), bytes(new JsonObject()), bytes(content)};
        socket.sendMore(DELIMITER);
        socket.sendMore(signer.calculateSignature(parts));
        for (int i = 0; i < 3; i++) {
            socket.sendMore(parts[i]);
        }
        socket.send(parts[3]);
        return id;
    }

    private JsonObject read(ZMQ.Socket socket) {
        JsonObject message = readOrNull(socket);
        if (message == null) {
            throw new AssertionError("no message within " + TIMEOUT_MILLIS + " ms");
        }
        return message;
    }

    private @Nullable JsonObject readOrNull(ZMQ.Socket socket) {
        String part = socket.recvStr();
        if (part == null) {
            return null;
        }
        while (!part.equals(DELIMITER)) {
            part = socket.recvStr();
        }
        String signature = socket.recvStr();
        byte[][] parts = {socket.recv(), socket.recv(), socket.recv(), socket.recv()};
        if (!signature.equals(signer.calculateSignature(parts))) {
            throw new AssertionError("a message has a wrong signature");
        }
        var message = new JsonObject();
        message.add("header", json(parts[0]));
        message.add("parent_header", json(parts[1]));
        message.add("content", json(parts[3]));
        return message;
    }

    private static String type(JsonObject message) {
        return message.getAsJsonObject("header").get("msg_type").getAsString();
    }

    private static String parent(JsonObject message) {
        var id = message.getAsJsonObject("parent_header").get("msg_id");
        return id == null ? "" : id.getAsString();
    }

    private static boolean isIdle(JsonObject message) {
        return type(message).equals("status")
                && message.getAsJsonObject("content")
                        .get("execution_state")
                        .getAsString()
                        .equals("idle");
    }

    private static byte[] bytes(JsonObject json) {
        return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(byte[] bytes) {
        return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    // ---- Process ----

    private static List<String> command(Class<?> main, Path connectionFile, Path... more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the coverage agent of this JVM, where there is one
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("-javaagent:"))
                .forEach(command::add);
        command.addAll(List.of(
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(more),
                main.getName(),
                connectionFile.toString()));
        return command;
    }

    private static String classPath(Path... more) {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
        return Stream.concat(Stream.of(own), Arrays.stream(more).map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int[] freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        int[] ports = new int[count];
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0));
            ports[i] = sockets.get(i).getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private static String connection(int[] ports) {
        var file = new JsonObject();
        file.addProperty("transport", "tcp");
        file.addProperty("ip", "127.0.0.1");
        file.addProperty("shell_port", ports[0]);
        file.addProperty("control_port", ports[1]);
        file.addProperty("stdin_port", ports[2]);
        file.addProperty("iopub_port", ports[3]);
        file.addProperty("hb_port", ports[4]);
        file.addProperty("signature_scheme", "hmac-sha256");
        file.addProperty("key", KEY);
        return GSON.toJson(file);
    }
}
