package io.beadle.knowledge.generation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible endpoint that says what a test wants it to say. */
public final class ScriptedModel implements AutoCloseable {
    /** What is answered to a request. */
    public interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Script script = exchange -> status(exchange, 404);

    public ScriptedModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", exchange -> {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try (exchange) {
                script.answer(exchange);
            }
        });
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The bodies of what was asked. */
    public List<String> requests() {
        return requests;
    }

    public void does(Script newScript) {
        script = newScript;
    }

    /** Streams these pieces of text, then ends as it should. */
    public void says(String... pieces) {
        script = exchange -> {
            OutputStream body = stream(exchange);
            for (String piece : pieces) {
                event(body, chunk(piece));
            }
            event(
                    body,
                    MAPPER.writeValueAsString(Map.of(
                            "choices",
                            List.of(),
                            "usage",
                            Map.of("prompt_tokens", 500, "completion_tokens", 40, "total_tokens", 540))));
            event(body, "[DONE]");
        };
    }

    static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    static void event(OutputStream body, String data) throws IOException {
        body.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    static String chunk(String text) {
        return MAPPER.writeValueAsString(Map.of(
                "id",
                "1",
                "object",
                "chat.completion.chunk",
                "choices",
                List.of(Map.of("index", 0, "delta", Map.of("content", text)))));
    }

    public static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** Keeps the connection open and says nothing, until the test ends. */
    void hang() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
